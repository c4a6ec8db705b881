import { type Messages } from 'next-intl'
import { useFormatter, useTranslations } from '@/lib/i18n/translations'

type Options = Messages['options']

/** An option as a person reads it, such as `usage.regular`. */
export type OptionKey = { [Set in keyof Options]: `${Set}.${keyof Options[Set] & string}` }[keyof Options]

/** Options as they are worded in the questionnaire, each quoted: "A", "B" or "C". */
export function useOptionList(): (type: 'conjunction' | 'disjunction', ...options: OptionKey[]) => string {
  const format = useFormatter()
  const word = useTranslations('options')
  const t = useTranslations('method.terms')
  return (type, ...options) =>
    format.list(
      options.map((option) => t('quoted', { option: word(option) })),
      { type },
    )
}

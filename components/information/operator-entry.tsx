import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { useTranslations } from '@/lib/i18n/translations'
import { textIn } from '@/lib/i18n/words-in'

interface Props {
  readonly term: string
  /** null: not said yet, which is said. */
  readonly children: ReactNode
}

/** One thing that is said of the operator, or that it is missing. */
export function OperatorEntry({ term, children }: Props) {
  const t = useTranslations('operator')
  return (
    <div>
      <dt>{term}</dt>
      <dd className="lines">{children ?? <em className="not-said">{t('notSaid')}</em>}</dd>
    </div>
  )
}

/** An address to write to. */
export function MailLink({ address }: { readonly address: string }) {
  return <a href={`mailto:${address}`}>{address}</a>
}

/** A number to call: for a phone without blanks, and after a country's code without the "(0)" that is dialled within it only. */
export function PhoneLink({ number }: { readonly number: string }) {
  const international = number.replace(/^(\s*(?:\+|00).*?)\(\s*0\s*\)/, '$1')
  return <a href={`tel:${international.replaceAll(/[^\d+]/g, '')}`}>{number}</a>
}

type Texts = Parameters<typeof textIn>[0]

/** What the operator wrote in the language of the page; in another one, marked as such, where it is not written in that. */
export function OperatorWords({ texts, preset }: { readonly texts: Texts | null; readonly preset: string }) {
  const locale = useLocale()
  const found = texts && textIn(texts, locale)
  if (found === null) return preset
  return found.language === locale ? found.text : <span lang={found.language}>{found.text}</span>
}

import { useLocale } from 'next-intl'
import { mostBackupDays } from '@/lib/contribution/retention'
import { useTranslations } from '@/lib/i18n/translations'
import type { Locale } from '@/lib/i18n/locales'
import { locales } from '@/lib/i18n/locales'
import { pathTo } from '@/lib/i18n/routes'
import {
  operatorFieldNames,
  operatorFields,
  recipientOf,
  type Operator,
  type OperatorField,
} from '@/lib/operator/operator'
import { languageInput, mostCharacters, type OperatorProblem } from '@/lib/operator/parse-operator'
import { ActionForm } from './action-form'
import type { FormField } from './form-field'
import type { FormAction } from './form-outcome'
import { FreshNotice } from './fresh-notice'
import { useFormWords } from './use-form-words'

type Table = typeof operatorFields
type Kind = Table[OperatorField]['kind']
type TextsField = {
  [Name in OperatorField]: Table[Name]['kind'] extends 'texts' ? Name : never
}[OperatorField]

const controls = {
  line: { type: 'text' },
  lines: { type: 'lines', rows: 4 },
  phone: { type: 'tel' },
  email: { type: 'email' },
  texts: { type: 'lines', rows: 6 },
  days: { type: 'number', least: 0, most: mostBackupDays },
} as const satisfies Readonly<Record<Kind, Pick<FormField, 'type' | 'rows' | 'least' | 'most'>>>

const isInEachLanguage = (name: OperatorField): name is TextsField => operatorFields[name].kind === 'texts'

interface Props {
  readonly operator: Operator
  /** Whether the second factor was checked a short while ago. */
  readonly isFresh: boolean
  readonly action: FormAction
}

/** Who operates the site: one form, so that nothing typed is left behind by another one's button. */
export function OperatorForm({ operator, isFresh, action }: Props) {
  const t = useTranslations('admin.operator')
  const titles = useTranslations('admin.titles')
  const locale = useLocale()
  const formWords = useFormWords()
  const fieldsOf = useOperatorFields(operator)
  return (
    <>
      <h1>{titles('operator')}</h1>
      <p>{t('lead')}</p>
      <p>{t('recorded')}</p>
      {recipientOf(operator) === null && <p className="notice">{t('needed')}</p>}
      {!isFresh && <FreshNotice back="operator" />}
      <ActionForm
        id="operator"
        action={action}
        fields={operatorFieldNames.flatMap(fieldsOf)}
        words={formWords(t('save'), t('done'))}
      />
      <p>
        <a href={pathTo('legalNotice', locale)}>{t('seeNotice')}</a>
      </p>
    </>
  )
}

function useOperatorFields(operator: Operator): (name: OperatorField) => readonly FormField[] {
  const t = useTranslations('admin.operator')
  const presets = useTranslations('privacy.purpose')
  const current = useLocale()
  const languageNames = new Intl.DisplayNames(current, { type: 'language' })

  const problemsOf = (kind: Kind): Readonly<Record<OperatorProblem, string>> => ({
    tooLong: t('problems.tooLong', { most: kind === 'days' ? 0 : mostCharacters[kind] }),
    notEmail: t('problems.notEmail'),
    notPhone: t('problems.notPhone'),
    notDays: t('problems.notDays', { most: mostBackupDays }),
    tooManyDays: t('problems.tooManyDays', { most: mostBackupDays }),
    otherLanguage: t('problems.otherLanguage'),
  })
  const commonOf = (name: OperatorField) => {
    const { kind, group } = operatorFields[name]
    return {
      ...controls[kind],
      label: t(`fields.${name}.label`),
      group: t(`groups.${group}`),
      problems: problemsOf(kind),
      isOptional: true,
    }
  }
  const limits = (name: TextsField) => (name === 'purpose' ? [t('presetLimit')] : [])
  const textField = (name: TextsField, locale: Locale): FormField => {
    const common = commonOf(name)
    const words = presets(name === 'purpose' ? 'presetPurpose' : 'presetLegalBasis')
    return {
      ...common,
      name: languageInput(name, locale),
      label: t('inLanguage', { label: common.label, language: languageNames.of(locale) ?? locale }),
      initial: operator[name]?.[locale] ?? '',
      lang: locale,
      // In the words of the page, and said once.
      ...(locale === locales[0] && { hint: [t('preset', { words }), ...limits(name)].join(' ') }),
    }
  }
  return (name) => {
    if (isInEachLanguage(name)) return locales.map((locale) => textField(name, locale))
    const initial = String(operator[name] ?? '')
    return [{ ...commonOf(name), name, hint: t(`fields.${name}.hint`), initial }]
  }
}

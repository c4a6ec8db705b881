import type { Locator, Page } from '@playwright/test'
import { locales, type Locale } from '@/lib/i18n/locales'
import type { OperatorField } from '@/lib/operator/operator'
import { press } from './admin'
import { say } from './questionnaire'

/** The control of a field of the operator's form; of one with words, that of a language. */
export const operatorField = (
  page: Page,
  locale: Locale,
  name: OperatorField,
  language?: Locale,
): Locator => {
  const label = say(locale, `admin.operator.fields.${name}.label`)
  const labelled = page.getByLabel(label, { exact: language === undefined })
  return language === undefined ? labelled : labelled.nth(locales.indexOf(language))
}

export const saveOperator = async (page: Page, locale: Locale): Promise<void> =>
  press(page, locale, 'admin.operator.save')

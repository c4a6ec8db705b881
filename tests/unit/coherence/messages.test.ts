import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { familyOf } from '@/lib/comparison/families'
import { indicators, isIndicatorCode } from '@/lib/comparison/indicators'
import { populationCodes } from '@/lib/comparison/populations'
import { optionsOf } from '@/lib/instrument/answers'
import { items, stems, steps, themes } from '@/lib/instrument/catalogue'
import { conditions } from '@/lib/instrument/conditions'
import { tools } from '@/lib/instrument/tools'
import { locales } from '@/lib/i18n/locales'
import broken from '@/messages/broken.json'
import { auditMessages, isOfAuditTables } from '../../support/audit-messages'
import { messages } from '../../support/messages'
import { saidMessages } from '../../support/said-messages'
import { sourceFiles } from '../../support/source-files'

/** The messages that follow from the catalogue and the indicators, and from nothing else. */
const derived = new Set([
  ...items.flatMap(({ id }) => [`items.${id}.question`, `items.${id}.label`]),
  ...items.flatMap(({ id, stem }) => (stem === null ? [] : [`items.${id}.rest`])),
  ...stems.map((stem) => `stems.${stem}`),
  ...items.flatMap((item) => optionsOf(item).map((option) => `options.${item.optionSet}.${option}`)),
  ...steps.flatMap((step) => [`steps.${step}.title`, `steps.${step}.lead`]),
  ...themes.map((theme) => `themes.${theme}`),
  ...tools.flatMap((tool) => [`tools.${tool}`, `toolLabels.${tool}`]),
  ...Object.keys(indicators)
    .filter(isIndicatorCode)
    .flatMap((code) => [`families.${familyOf(code)}.lead`, `families.${familyOf(code)}.one`]),
  ...Object.keys(conditions).map((id) => `conditions.${id}`),
  ...populationCodes.flatMap((code) => [`populations.${code}`, `populationLabels.${code}`]),
  ...Object.keys(indicators).flatMap((code) => [`indicators.${code}.statement`, `indicators.${code}.label`]),
])
const derivedNamespaces = new Set([...derived].map((key) => key.split('.')[0]))

/** The places and tags of a message, with the kind of each. */
function places(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    const own = `${TYPE[element.type]} ${element.value}`
    if (element.type === TYPE.tag) return [own, ...places(element.children)]
    if (element.type === TYPE.select || element.type === TYPE.plural) {
      return [own, ...Object.values(element.options).flatMap(({ value }) => places(value))]
    }
    return [own]
  })
}
const placesOf = (message: string) => [...new Set(places(parse(message)))].toSorted()

test.each(locales)('%s has the messages that French has, with the same places and tags', (locale) => {
  const words = messages[locale]
  expect([...words.keys()].toSorted()).toEqual([...messages.fr.keys()].toSorted())
  for (const [key, french] of messages.fr) {
    expect([key, placesOf(words.get(key) ?? '')]).toEqual([key, placesOf(french)])
  }
})

test('every item, option, step, theme, tool, condition, population and indicator has its words, and no other has', () => {
  const found = [...messages.fr.keys()].filter((key) => derivedNamespaces.has(key.split('.')[0] ?? ''))
  expect(found.toSorted()).toEqual([...derived].toSorted())
})

test('everything that the audit log records has its words, and nothing else has', () => {
  const found = [...messages.fr.keys()].filter(isOfAuditTables)
  expect(found.toSorted()).toEqual([...auditMessages].toSorted())
})

/** Messages that are read as an object, and where: there, each must at least be named. */
const readAsObjects: Readonly<Record<string, readonly string[]>> = {
  export: ['lib/export', 'lib/i18n'],
  import: ['lib/import'],
  figureData: ['lib/figure-data', 'lib/i18n'],
  'apiPage.interface': ['app/[locale]/api', 'lib/api'],
  questionnaire: ['components/questionnaire'],
  problems: ['components/questionnaire', 'lib/instrument'],
  'contribution.refusals': ['components/contribution'],
  'withdrawal.refusals': ['components/contribution'],
  'admin.refusals': ['app/[locale]/admin', 'components/admin', 'lib/auth', 'lib/db/waves'],
  'admin.editions.scheme': ['components/admin/editions'],
  'admin.sending': ['components/admin/shared-words.ts'],
  'admin.required': ['components/admin/shared-words.ts'],
}

/** Messages that nothing says. */
function orphansIn(keys: readonly string[]): readonly string[] {
  const sources = sourceFiles('app', 'components', 'lib', 'server')
  const said = saidMessages(keys, sources)
  const isNamed = (key: string) =>
    Object.entries(readAsObjects).some(([start, folders]) => {
      if (key !== start && !key.startsWith(`${start}.`)) return false
      const name = new RegExp(`\\b${key.split('.').at(-1)}\\b`)
      return [...sources].some(
        ([path, text]) => folders.some((folder) => path.startsWith(folder)) && name.test(text),
      )
    })
  return keys.filter((key) => !derived.has(key) && !auditMessages.has(key) && !said.has(key) && !isNamed(key))
}

test('every other message is said somewhere', () => {
  expect(orphansIn([...messages.fr.keys()])).toEqual([])
})

test('a message that is added is found, also where another of its name is said', () => {
  const added = [
    'receipt.lead.more',
    'receipt.text',
    'admin.operator.title',
    'admin.refusals.noSuchThing',
    'export.noSuchThing',
    'noSuchThing.title',
  ]
  for (const key of added) expect(messages.fr.has(key)).toBe(false)
  expect(orphansIn([...messages.fr.keys(), ...added])).toEqual(added)
})

test('words that the browser fills in by itself have nothing but named places', () => {
  const sentByName = new Set(['questionnaire', 'problems', 'steps', 'stems', 'conditions', 'options'])
  for (const [key, message] of messages.fr) {
    if (!sentByName.has(key.split('.')[0] ?? '')) continue
    expect([key, placesOf(message).filter((place) => !place.startsWith('argument '))]).toEqual([key, []])
  }
})

test('no percentage is a literal in a message', () => {
  for (const language of Object.values(messages)) {
    for (const words of language.values()) expect(words).not.toMatch(/\d\s*%/)
  }
})

describe('typography', () => {
  const narrow = '\u202f'

  test('French has a narrow no-break space before ? ! ; : % » and after «, and curved apostrophes', () => {
    for (const [key, message] of messages.fr) {
      expect([key, message]).toEqual([key, message.replaceAll(/\s*([?!;:%»])/g, `${narrow}$1`)])
      expect([key, message]).toEqual([key, message.replaceAll(/«\s*/g, `«${narrow}`)])
      expect([key, message.includes("'")]).toEqual([key, false])
    }
  })

  test('English has no space before punctuation, and curved apostrophes and quotes', () => {
    for (const [key, message] of messages.en) {
      expect([key, /\s[?!;:%]/.test(message)]).toEqual([key, false])
      expect([key, /['"]/.test(message)]).toEqual([key, false])
    }
  })
})

test('the page that stands in for a broken one carries the words of the others', () => {
  for (const locale of locales) {
    const say = (key: string) => messages[locale].get(key)
    expect(broken[locale]).toEqual({
      title: say('errors.unexpectedTitle'),
      text: say('errors.unexpected'),
      retry: say('errors.retry'),
      help: say('help.prompt'),
    })
  }
})

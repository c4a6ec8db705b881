import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { codebook } from '@/lib/export/codebook'
import { missingKindsOf } from '@/lib/export/cells'
import { dataPackage } from '@/lib/export/data-package'
import { bundledFiles } from '@/lib/export/edition-bundle'
import { escapeHtml } from '@/lib/export/html'
import { importSpss } from '@/lib/export/import-spss'
import { answerLabel, columnLabel, conditionLabel, labelOf, questionOf } from '@/lib/export/labels'
import { readme } from '@/lib/export/readme'
import { riskReport } from '@/lib/export/risk-report'
import { shareText } from '@/lib/export/share-text'
import { createFileTally } from '@/lib/export/tally'
import {
  countOf,
  editionOf,
  englishWords,
  exportWords,
  frenchWords,
  inBatches,
  missingCount,
  shape,
  someRecords,
} from '../../../support/edition'
import { someTables } from '../../../support/edition-tables'

const records = someRecords(300)
const file = editionOf(records.length)
const unlicensed = { ...file, licence: null }

function tallyOf() {
  const tally = createFileTally(shape)
  for (const batch of tally.counting(inBatches(records))) expect(batch.length).toBeGreaterThan(0)
  return tally
}
const pageOf = (one: typeof file) => codebook(one, shape, tallyOf(), exportWords)
const page = pageOf(file)
const readmeOf = (one: typeof file) => readme(one, shape, bundledFiles(exportWords), exportWords)
const joined = (text: string) => text.replaceAll(/\s*\n\s*/g, ' ')

test('every answer is counted once, and so are those without one, by the reason', () => {
  const tally = tallyOf()
  for (const variable of shape.variables) {
    const { answers, missing } = tally.of(variable)
    expect([...answers]).toEqual(
      variable.options.map((option) => [option, countOf(records, variable.name, option)]),
    )
    for (const reason of ['unanswered', 'notAsked', 'notApplicable'] as const) {
      expect([reason, missing[reason]]).toEqual([reason, missingCount(records, variable.name, reason)])
    }
  }
})

describe('codebook.html', () => {
  test('is valid and accessible HTML', async () => {
    const report = await new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
      rules: { 'no-trailing-whitespace': 'off', 'long-title': 'off' },
    }).validateString(page)
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => [ruleId, message])),
    ).toEqual([])
  })

  test('names the licence, or says in both languages that none was chosen', () => {
    const title = '<dd>Creative Commons Attribution 4.0 International</dd>'
    expect(page.split(title)).toHaveLength(3)
    const none = pageOf(unlicensed)
    expect(none).not.toContain(title)
    for (const { about } of [frenchWords.export, englishWords.export]) {
      expect(none).toContain(`<dd>${escapeHtml(about.noLicence)}</dd>`)
    }
  })

  test('runs no script and asks for nothing', () => {
    expect(page).not.toMatch(/<script|<img|<link|<iframe|\son\w+=|javascript:|src=|https?:/i)
    expect(page).toContain(`content="default-src 'none'`)
  })

  test('shows one language alone, the first until another is chosen', () => {
    expect(page.match(/<input [^>]*checked[^>]*>/g)).toHaveLength(1)
    expect(page).toMatch(/<input [^>]*id="show-fr"[^>]*checked/)
    for (const { language } of exportWords) {
      expect(page).toContain(`#show-${language}:checked ~ main article:not([lang="${language}"])`)
      expect(page).toContain(`<label for="show-${language}"`)
    }
  })

  test.each([frenchWords, englishWords])(
    'has every question, condition and answer, and how many gave it, and what is missing',
    (words) => {
      const part = page.split(`<article lang="${words.language}"`)[1]?.split('</article>')[0] ?? ''
      expect(part).toContain(escapeHtml(words.export.about.rare))
      expect(part).toContain(`<dt>${escapeHtml(words.export.facts.smallestGroup)}</dt><dd>11</dd>`)
      expect(part).toContain(`<dt>${escapeHtml(words.export.facts.leftOut)}</dt><dd>45</dd>`)
      for (const variable of shape.variables) {
        const id = `${words.language}-${variable.name}`
        expect(part).toContain(`href="#${id}"`)
        const section = part.split(`<section id="${id}">`)[1]?.split('</section>')[0] ?? ''
        expect(section).toContain(escapeHtml(questionOf(variable, words)))
        expect(section).toContain(escapeHtml(conditionLabel(variable, words) ?? ''))
        const { inScheme, sensitive } = words.export.codebook
        expect(section).toContain('column' in variable.field ? inScheme : sensitive)
        const cells = (label: string, count: number) =>
          `<td>${escapeHtml(label)}</td><td class="count">${count}</td>` +
          `<td class="count">${shareText(count, records.length, words.language)}</td>`
        for (const option of variable.options) {
          const count = countOf(records, variable.name, option)
          expect(section).toContain(cells(answerLabel(variable, option, words), count))
        }
        for (const reason of missingKindsOf(variable)) {
          const count = missingCount(records, variable.name, reason)
          expect(section).toContain(cells(words.export.missing[reason], count))
        }
      }
    },
  )

  test('writes shares as each language does', () => {
    expect(shareText(1, 8, 'fr')).toBe('12,5')
    expect(shareText(2, 2, 'en')).toBe('100.0')
    expect(shareText(0, 0, 'en')).toBe('–')
  })
})

describe('README.txt', () => {
  const text = readmeOf(file)

  test('says in both languages who took part, what is missing, with every file, number, licence and citation', () => {
    const all = joined(text)
    for (const { about, facts } of [frenchWords.export, englishWords.export]) {
      for (const said of [about.notRepresentative, about.took, about.protected, about.rare, about.dontKnow]) {
        expect(all).toContain(said)
      }
      expect(all).not.toContain(about.demo)
      expect(all).toContain(
        `- ${facts.records} = 300 - ${facts.leftOut} = 45 - ${facts.smallestGroup} = 11 -`,
      )
    }
    for (const { name } of bundledFiles(exportWords)) expect(text.split(`- ${name} = `)).toHaveLength(3)
    const scheme = shape.variables.filter(({ field }) => 'column' in field)
    expect(all).toContain(scheme.map((variable) => labelOf(variable, englishWords)).join(', '))
    expect(all).toContain(
      'Creative Commons Attribution 4.0 International (CC-BY-4.0) - https://creativecommons.org/',
    )
    expect(all).not.toContain(englishWords.export.about.noLicence)
    expect(text).toContain('Miroir (2026). Miroir: responses of participants, wave 2025-12, edition 1.')
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  })

  test('says in both languages who publishes it and how to write to them, or that this was not said', () => {
    const publisher = {
      name: 'Association Exemple',
      legalForm: 'Association loi 1901',
      email: 'contact@example.org',
    }
    const named = readmeOf({ ...file, publisher })
    for (const { about, publisher: words, headings } of [frenchWords.export, englishWords.export]) {
      expect(text).toContain(
        `${headings.publisher}\n${'-'.repeat(headings.publisher.length)}\n\n${about.noPublisher}`,
      )
      expect(named).not.toContain(about.noPublisher)
      expect(named).toContain(`- ${words.name} = Association Exemple, Association loi 1901`)
      expect(named).toContain(`- ${words.contact} = contact@example.org`)
    }
    expect(named).toContain('Association Exemple (2026). Miroir: responses of participants')
    const nameOnly = readmeOf({ ...file, publisher: { ...publisher, legalForm: null, email: null } })
    expect(nameOnly).toContain(`- ${englishWords.export.publisher.name} = Association Exemple\n`)
    expect(nameOnly).not.toMatch(/null|undefined/)
  })

  test('says in both languages that no licence was chosen', () => {
    const none = readmeOf(unlicensed)
    for (const { about } of [frenchWords.export, englishWords.export]) {
      expect(joined(none)).toContain(about.noLicence)
    }
    expect(none).not.toMatch(/CC-BY|null|undefined/)
  })

  test('says of made-up responses that they are', () => {
    const demo = joined(readmeOf({ ...file, editionId: 'demo-1', isDemo: true }))
    for (const { about } of [frenchWords.export, englishWords.export]) {
      expect(demo).toContain(about.demo)
      expect(demo).not.toContain(about.took)
    }
    expect(demo).toContain('edition demo-1')
  })
})

test('datapackage.json names who publishes, and the site where that was not said', () => {
  const contributorsOf = (one: typeof file) =>
    (JSON.parse(dataPackage(one, shape, exportWords)) as { contributors: unknown }).contributors
  expect(contributorsOf(file)).toEqual([{ title: 'Miroir', role: 'publisher' }])
  const publisher = { name: 'Association Exemple', legalForm: null, email: 'contact@example.org' }
  expect(contributorsOf({ ...file, publisher })).toEqual([
    { title: 'Association Exemple', email: 'contact@example.org', role: 'publisher' },
  ])
})

test('datapackage.json names the licence, or says that none was chosen and names none', () => {
  const described = (one: typeof file) =>
    JSON.parse(dataPackage(one, shape, exportWords)) as { licenses?: unknown; description: string }
  const { licenses, description } = described(file)
  expect(licenses).toEqual([
    {
      name: 'CC-BY-4.0',
      title: 'Creative Commons Attribution 4.0 International',
      path: 'https://creativecommons.org/licenses/by/4.0/',
    },
  ])
  const none = described(unlicensed)
  expect(none).not.toHaveProperty('licenses')
  for (const { about } of [frenchWords.export, englishWords.export]) {
    expect(description).not.toContain(about.noLicence)
    expect(none.description).toContain(about.noLicence)
    expect(description).toContain(about.rare)
  }
})

describe('import.sps', () => {
  const syntax = importSpss(file, shape, exportWords)

  test('has labels and lines as short as SPSS takes them', () => {
    for (const line of syntax.split('\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(251)
    for (const [, label = ''] of syntax.matchAll(/^ {4}\d+ '(.*)'/gm)) {
      expect(Buffer.byteLength(label)).toBeLessThanOrEqual(120)
    }
  })

  test('labels in the first language, with those of the other ready behind stars, and a comment on code 98', () => {
    const commands = syntax.split(/\.\n+/)
    const labels = commands.filter((command) => /^(\* )?VARIABLE LABELS/.test(command))
    expect(labels.map((command) => command.startsWith('*'))).toEqual([false, true])
    for (const [place, words] of [frenchWords, englishWords].entries()) {
      for (const column of shape.columns) {
        expect(labels[place]).toContain(
          `/${column.name} '${columnLabel(column, words).replaceAll("'", "''")}'`,
        )
      }
      expect(syntax).toContain(`* ${words.export.about.dontKnow}`)
      expect(words.export.about.dontKnow).toContain('98')
    }
    expect(commands.filter((command) => command.startsWith('* VALUE LABELS'))).toHaveLength(1)
  })
})

describe('risk-report.json', () => {
  const reportOf = (recordCount: number, classes: { count: number; smallest: number }) =>
    JSON.parse(riskReport(editionOf(recordCount), classes, someTables, exportWords)) as Record<
      string,
      unknown
    >

  test('says how many are in the file and wait, the classes, the risks, and what is missing', () => {
    expect(reportOf(300, { count: 12, smallest: 15 })).toMatchObject({
      wave: '2025-12',
      edition: '1',
      madeUp: false,
      smallestGroup: 11,
      scheme: { tools: ['teleconsultation', 'conversationalAi'] },
      inTheFile: 300,
      leftOut: 45,
      classes: 12,
      smallestClass: 15,
      highestRisk: 1 / 15,
      averageRisk: 12 / 300,
      missing: { fr: expect.stringContaining(frenchWords.export.about.rare) },
      formulas: { averageRisk: expect.any(String) },
    })
    expect(reportOf(0, { count: 0, smallest: 0 })).toMatchObject({ highestRisk: null, averageRisk: null })
  })

  test('says what the tables say of each option, and nothing of what is suppressed', () => {
    const { options } = reportOf(300, { count: 12, smallest: 15 })
    const item = 'humanSupport'
    expect(options).toEqual([
      { item, population: null, option: 'yesCompletely', count: 105, base: 150, sharePercent: 70 },
      { item, population: null, option: 'dontKnow', count: 45, base: 150, sharePercent: 30 },
      expect.objectContaining({
        item: 'trust.teleconsultation',
        count: null,
        base: null,
        sharePercent: null,
      }),
      expect.objectContaining({ item: 'mood', option: 'good', count: 35, sharePercent: 35 }),
    ])
  })
})

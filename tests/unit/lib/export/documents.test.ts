import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { optionsOf } from '@/lib/instrument/answers'
import { items } from '@/lib/instrument/catalogue'
import { codebook } from '@/lib/export/codebook'
import { answerColumns, variableName } from '@/lib/export/columns'
import { dataPackage } from '@/lib/export/data-package'
import { importSpss } from '@/lib/export/import-spss'
import { answerLabel, conditionLabel, questionOf } from '@/lib/export/labels'
import { readme } from '@/lib/export/readme'
import { bundleName } from '@/lib/export/release'
import { releaseFiles } from '@/lib/export/release-files'
import { escapeHtml } from '@/lib/export/html'
import { createReleaseTally } from '@/lib/export/tally'
import {
  countOf,
  exportWords,
  inBatches,
  mixedLevels,
  notApplicable,
  releaseOf,
  someRecords,
} from '../../../support/release'

const records = someRecords(300)
const release = releaseOf(records.length)

function tallyOf() {
  const tally = createReleaseTally(mixedLevels)
  for (const batch of tally.counting(inBatches(records))) expect(batch.length).toBeGreaterThan(0)
  return tally
}
const page = () => codebook(release, tallyOf(), exportWords)

test('every answer is counted once, and so are those without one, by the reason', () => {
  const tally = tallyOf()
  expect(tally.records()).toBe(records.length)
  for (const item of items) {
    const { answers, missing } = tally.of(item.id)
    if (mixedLevels[item.id] === 'withheld') {
      expect([...answers]).toEqual([])
      expect(missing).toEqual({ unanswered: 0, notApplicable: 0, withheld: records.length })
      continue
    }
    for (const [id, count] of answers)
      expect([item.id, id, count]).toEqual([item.id, id, countOf(records, item.id, id)])
    expect(missing.notApplicable).toBe(countOf(records, item.id, notApplicable))
    expect(missing.unanswered).toBe(records.filter(({ answers: given }) => given[item.id] === null).length)
  }
})

describe('codebook.html', () => {
  test('is valid and accessible HTML', async () => {
    const report = await new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
      rules: { 'no-trailing-whitespace': 'off', 'long-title': 'off' },
    }).validateString(page())
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => [ruleId, message])),
    ).toEqual([])
  })

  test('names the licence, or says in both languages that none was chosen', () => {
    const title = '<dd>Creative Commons Attribution 4.0 International</dd>'
    expect(page().split(title)).toHaveLength(3)
    const none = codebook({ ...release, licence: null }, tallyOf(), exportWords)
    expect(none).not.toContain(title)
    for (const { about } of [exportWords.fr.export, exportWords.en.export]) {
      expect(none).toContain(`<dd>${escapeHtml(about.noLicence)}</dd>`)
    }
  })

  test('runs no script and asks for nothing', () => {
    const html = page()
    expect(html).not.toMatch(/<script|<img|<link|<iframe|\son\w+=|javascript:|src=|https?:/i)
    expect(html).toContain(`content="default-src &#39;none&#39;`.replaceAll('&#39;', "'"))
  })

  test('has every question, condition and answer in both languages, and a table of counts for each', () => {
    const html = page()
    for (const language of ['fr', 'en'] as const) {
      const words = exportWords[language]
      const part = html.split(`<article lang="${language}"`)[1]?.split('</article>')[0] ?? ''
      for (const item of items) {
        const id = `${language}-${variableName(item.id)}`
        expect(part).toContain(`href="#${id}"`)
        const section = part.split(`<section id="${id}">`)[1]?.split('</section>')[0] ?? ''
        expect(section).toContain(escapeHtml(questionOf(item, words)))
        expect(section).toContain(escapeHtml(conditionLabel(item, words)))
        const { quasiIdentifier, sensitive } = words.export.codebook
        expect(section).toContain(release.quasiIdentifiers.has(item.id) ? quasiIdentifier : sensitive)
        if (mixedLevels[item.id] !== 'options') continue
        for (const option of optionsOf(item)) {
          const count = countOf(records, item.id, option)
          expect(section).toContain(
            `<td>${escapeHtml(answerLabel(item, option, words))}</td><td class="count">${count}</td>`,
          )
        }
      }
    }
  })
})

describe('README.txt', () => {
  const text = readme(release, releaseFiles, exportWords)

  test('says in both languages that participants are not representative, with every file, licence and citation', () => {
    const joined = text.replaceAll(/\s*\n\s*/g, ' ')
    for (const { about } of [exportWords.fr.export, exportWords.en.export]) {
      expect(joined).toContain(about.notRepresentative)
      expect(joined).toContain(about.took)
      expect(joined).not.toContain(about.demo)
    }
    for (const { name } of releaseFiles) expect(text.split(`- ${name} = `)).toHaveLength(3)
    expect(joined).toContain(
      'Creative Commons Attribution 4.0 International (CC-BY-4.0) - https://creativecommons.org/',
    )
    expect(joined).not.toContain(exportWords.en.export.about.noLicence)
    expect(text).toContain('Miroir (2026). Miroir: responses of participants, wave 2025-12, release r1.')
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  })

  test('says in both languages that no licence was chosen', () => {
    const none = readme({ ...release, licence: null }, releaseFiles, exportWords)
    const joined = none.replaceAll(/\s*\n\s*/g, ' ')
    for (const { about } of [exportWords.fr.export, exportWords.en.export]) {
      expect(joined).toContain(about.noLicence)
    }
    expect(none).not.toMatch(/CC-BY|null|undefined/)
    for (const line of none.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  })

  test('says of made-up responses that they are', () => {
    const demo = readme({ ...release, isDemo: true }, releaseFiles, exportWords)
    expect(demo).toContain(exportWords.fr.export.about.demo)
    expect(demo).toContain(exportWords.en.export.about.demo)
    expect(demo).not.toContain(exportWords.en.export.about.took)
  })
})

test('datapackage.json names the licence, or says that none was chosen and names none', () => {
  const described = (one: typeof release) =>
    JSON.parse(dataPackage(one, exportWords)) as { licenses?: unknown; description: string }
  const { licenses, description } = described(release)
  expect(licenses).toEqual([
    {
      name: 'CC-BY-4.0',
      title: 'Creative Commons Attribution 4.0 International',
      path: 'https://creativecommons.org/licenses/by/4.0/',
    },
  ])
  const none = described({ ...release, licence: null })
  expect(none).not.toHaveProperty('licenses')
  for (const { about } of [exportWords.fr.export, exportWords.en.export]) {
    expect(description).not.toContain(about.noLicence)
    expect(none.description).toContain(about.noLicence)
  }
})

test('labels are as short as SPSS takes them, and lines as well', () => {
  const syntax = importSpss(release, exportWords.fr)
  for (const line of syntax.split('\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(251)
  for (const [, label = ''] of syntax.matchAll(/^ {4}\d+ '(.*)'/gm)) {
    expect(Buffer.byteLength(label)).toBeLessThanOrEqual(120)
  }
  expect(syntax.match(/^ {2}\/\w+ '/gm)).toHaveLength(answerColumns.length)
})

test('the bundle is called after the wave and the release', () => {
  expect(bundleName(release)).toBe('miroir-2025-12-r1')
})

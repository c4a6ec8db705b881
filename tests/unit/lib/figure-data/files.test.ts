import fc from 'fast-check'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { columnNames } from '@/lib/figure-data/columns'
import { endings, filesName } from '@/lib/figure-data/file'
import { onlyFigure } from '@/lib/figure-data/published'
import { writeFigureFile } from '@/lib/figure-data/write-file'
import { arbitraryWave } from '../../../support/arbitrary-waves'
import { filesOf, linesOf } from '../../../support/figure-data'
import { projectDocument } from '../../../support/project-document'

const textOf = async (files: Awaited<ReturnType<typeof filesOf>>, ending: (typeof endings)[number]) =>
  String(await writeFigureFile(files, ending))

interface Json {
  readonly figures: readonly Record<string, string | number | null>[]
}

test('the JSON file has what the table has, with numbers as numbers and null where a cell is empty', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryWave, async (document) => {
      const files = await filesOf(document)
      const { figures } = JSON.parse(await textOf(files, 'json')) as Json
      const lines = linesOf(await textOf(files, 'csv'))
      const cells = figures.map((figure) =>
        Object.fromEntries(Object.entries(figure).map(([name, value]) => [name, String(value ?? '')])),
      )
      // What a table guards against spreadsheets has no guard here.
      const plain = (line: Readonly<Record<string, string>>) =>
        Object.fromEntries(
          Object.entries(line).map(([name, cell]) => [name, cell.replace(/^'(?=[=+\-@\t\r\n])/, '')]),
        )
      expect(cells).toEqual(lines.map(plain))
      for (const { value, base_n: base } of figures) {
        expect(typeof value).toBe('number')
        expect(base === null || typeof base === 'number').toBe(true)
      }
    }),
    { numRuns: 30 },
  )
})

test('the metadata say what each column means, where each file is and why it is in this state', async () => {
  const files = await filesOf(await projectDocument())
  const metadata = JSON.parse(await textOf(files, 'metadata.json')) as {
    columns: { name: string; description: Record<string, string> }[]
  }
  expect(metadata.columns.map(({ name }) => name)).toEqual(columnNames)
  for (const { description } of metadata.columns) {
    expect(description['fr']?.length).toBeGreaterThan(10)
    expect(description['en']?.length).toBeGreaterThan(10)
  }
  expect(metadata).toMatchObject({
    title: { fr: 'Chiffres nationaux, vague décembre 2025', en: 'National figures, wave of December 2025' },
    state: {
      number: 2,
      made_on: '2026-11-26',
      kind: 'correction',
      reason: { fr: 'Une faute de frappe.', en: 'A slip.' },
    },
    wave: { id: '2025-12', sample_size: null, conducted_by: 'Ifop' },
    figure_count: 53,
    files: Object.fromEntries(
      endings.map((ending) => [ending, `https://miroir.example/fr/figures.${ending}`]),
    ),
  })
})

describe('the README', () => {
  test('has every column, source, file and the reason, in the language of its address', async () => {
    const document = await projectDocument()
    const french = await textOf(await filesOf(document, 'fr'), 'readme.md')
    const english = await textOf(await filesOf(document, 'en'), 'readme.md')
    for (const name of columnNames)
      expect([french, english].every((text) => text.includes(`- \`${name}\``))).toBe(true)
    for (const { url } of document.sources) expect(french).toContain(`<${url}>`)
    expect(french).toContain('État n° 2, publié ici le 26 novembre 2026')
    expect(french).toContain('Une faute de frappe.')
    expect(english).toContain('A slip.')
    expect(french).toContain('aucune marge d’erreur')
  })

  test('does not take what was published for Markdown', async () => {
    const document = await projectDocument()
    const named = { ...document, wave: { ...document.wave, name: { fr: 'a *b* [c](d)', en: 'x' } } }
    const text = await textOf(await filesOf(named), 'readme.md')
    expect(text.split('\n')[0]).toContain(String.raw`a \*b\* \[c\](d)`)
  })
})

test('the same figures give the same zip file, whose parts are the other files', async () => {
  const files = await filesOf(await projectDocument())
  const [one, other] = await Promise.all([writeFigureFile(files, 'zip'), writeFigureFile(files, 'zip')])
  expect(one).toEqual(other)
  const zip = await JSZip.loadAsync(one)
  expect(Object.keys(zip.files)).toEqual([
    'datapackage.json',
    'figures.csv',
    'metadata.json',
    'README.md',
    'SHA256SUMS',
  ])
  expect(await zip.file('figures.csv')?.async('string')).toBe(await textOf(files, 'csv'))
})

test('files are named after their wave, their figure and their state', async () => {
  const files = await filesOf(await projectDocument())
  expect(filesName(files)).toBe('miroir-2025-12-figures-state-2')
  expect(filesName({ ...files, fragment: 'risk-data/é' })).toBe('miroir-2025-12-figures-risk-data-state-2')
})

test('one figure is found by its fragment, and none by any other text', async () => {
  const { published } = await filesOf(await projectDocument())
  const only = onlyFigure(published, 'usage-teleconsultation-under_35')
  expect(only?.document.figures).toMatchObject([{ code: 'usage.teleconsultation', population: 'under_35' }])
  expect(only?.document.sources).toEqual(published.document.sources)
  for (const none of ['', 'usage.teleconsultation', 'usage-teleconsultation-', '__proto__', '~']) {
    expect(onlyFigure(published, none)).toBeNull()
  }
})

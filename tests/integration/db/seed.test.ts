import { readFileSync } from 'node:fs'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { seedFigures } from '@/lib/db/waves/seed'
import type { TestDatabase } from '@/tests/support/test-database'
import { freshDatabase, otherProgram } from './databases'
import { runScriptAtOnce } from './processes'

const publishedCsv = readFileSync('prisma/data/2025-12/national-figures.csv', 'utf8')

// Read by hand, without the project's parser: the file has no quotes and no commas within fields.
const published = publishedCsv
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))

let database: TestDatabase
let data: string

const figuresFile = () => join(data, '2025-12', 'national-figures.csv')
const editCsv = async (edit: (csv: string) => string) =>
  writeFile(figuresFile(), edit(await readFile(figuresFile(), 'utf8')))

const stored = async () =>
  database.run(async (client) => ({
    waves: await client.wave.findMany(),
    sources: await client.source.findMany(),
    figures: await client.figure.findMany({ orderBy: [{ indicator: 'asc' }, { population: 'asc' }] }),
  }))

beforeEach(async () => {
  database = await freshDatabase()
  data = join(database.folder, 'data')
  await cp('prisma/data', data, { recursive: true })
})

describe("the project's own data", () => {
  it('has all 53 published figures with value, population, qualifier and time frame', async () => {
    await expect(seedFigures(database)).resolves.toEqual([
      { waveId: '2025-12', changed: true, figureCount: 53, figuresRevision: 1 },
    ])

    expect(published).toHaveLength(53)
    for (const fields of published) expect(fields).toHaveLength(9)
    const other = await otherProgram(database)
    const rows = await other.query(
      'SELECT indicator, population, "sharePercent", qualifier, passage, "timeFrame" FROM figure',
    )
    const expected = published.map(([code, , , population, , value, qualifier, passage, timeFrame]) => [
      code,
      population,
      Number(value),
      qualifier,
      passage,
      timeFrame || null,
    ])
    expect(rows).toHaveLength(53)
    expect(rows).toEqual(expect.arrayContaining(expected))
  })

  it('names who asked, who published and when', async () => {
    await seedFigures(database)
    const { waves, sources, figures } = await stored()
    expect(waves).toEqual([
      {
        id: '2025-12',
        commissionedBy: 'MentalTech',
        conductedBy: 'Ifop',
        publishedOn: '2025-12-11',
        sampleSize: null,
        fieldStart: null,
        fieldEnd: null,
        mode: null,
        words: expect.stringContaining('"description"') as string,
        lastDay: null,
        figuresRevision: 1,
        current: 1,
      },
    ])
    expect(sources).toMatchObject([
      {
        publisher: 'DSIH',
        url: 'https://dsih.fr/articles/6110/essor-des-usages-numeriques-en-sante-mentale',
        publishedOn: '2025-12-15',
      },
    ])
    expect(new Set(figures.map(({ status }) => status))).toEqual(new Set(['published']))
  })
})

describe('seeding again', () => {
  it('changes nothing where nothing changed', async () => {
    await seedFigures(database, data)
    const before = await stored()
    // The order of lines, and blank ones, are no difference.
    await editCsv((csv) => {
      const [header, ...lines] = csv.trim().split('\n')
      return [header, ...lines.toReversed(), ''].join('\r\n')
    })
    await expect(seedFigures(database, data)).resolves.toMatchObject([{ changed: false, figuresRevision: 1 }])
    expect(await stored()).toEqual(before)
  })

  it('updates, adds and removes rows, and raises the revision', async () => {
    await seedFigures(database, data)
    await editCsv((csv) =>
      csv
        .replace('their mental health,48,exact', 'their mental health,49.5,about')
        .replace(/^usage\.intend,.*\n/m, 'usage.connectedDevices,,,under_35,,30,exact,growing use,unclear\n'),
    )
    await expect(seedFigures(database, data)).resolves.toMatchObject([
      { changed: true, figureCount: 53, figuresRevision: 2 },
    ])

    const { figures } = await stored()
    const find = (code: string) => figures.filter(({ indicator }) => indicator === code)
    expect(find('usage.any')).toMatchObject([{ sharePercent: 49.5, qualifier: 'about' }])
    expect(find('usage.intend')).toEqual([])
    expect(find('usage.connectedDevices').map(({ population }) => population)).toEqual(['french', 'under_35'])
  })

  it('raises the revision for a change of the wave or a source', async () => {
    await seedFigures(database, data)
    const file = join(data, '2025-12', 'wave.json')
    await writeFile(file, (await readFile(file, 'utf8')).replace('"sampleSize": null', '"sampleSize": 1500'))
    await expect(seedFigures(database, data)).resolves.toMatchObject([{ changed: true, figuresRevision: 2 }])
    expect((await stored()).waves).toMatchObject([{ sampleSize: 1500 }])
  })

  it('puts back what was changed by hand', async () => {
    await seedFigures(database, data)
    const before = await stored()
    const other = await otherProgram(database)
    await other.execute(`UPDATE figure SET "sharePercent" = 1 WHERE indicator = 'usage.any'`)
    await expect(seedFigures(database, data)).resolves.toMatchObject([{ changed: true, figuresRevision: 2 }])
    expect((await stored()).figures).toEqual(before.figures)
  })
})

describe('a bad file', () => {
  it('is refused with line and field, and nothing is written', async () => {
    await seedFigures(database, data)
    const before = await stored()
    await editCsv((csv) => csv.replace('their mental health,48,exact', 'their mental health,148,exactly'))
    await expect(seedFigures(database, data)).rejects.toMatchObject({
      name: 'DataFileError',
      problems: [
        expect.stringMatching(/^line 2, value: outOfRange/),
        expect.stringMatching(/^line 2, qualifier: unknownChoice/),
      ],
    })
    expect(await stored()).toEqual(before)
  })

  it.each(['national-figures.csv', 'wave.json'])(
    'of a second wave keeps the first from being written: %s',
    async (file) => {
      await cp(join(data, '2025-12'), join(data, '2026-12'), { recursive: true })
      await writeFile(join(data, '2026-12', 'wave.json'), JSON.stringify({ id: '2026-12' }))
      await writeFile(join(data, '2026-12', file), 'nonsense')
      await expect(seedFigures(database, data)).rejects.toMatchObject({ name: 'DataFileError' })
      expect(await stored()).toEqual({ waves: [], sources: [], figures: [] })
    },
  )

  it('in a folder of another name is refused', async () => {
    await cp(join(data, '2025-12'), join(data, '2026-12'), { recursive: true })
    await expect(seedFigures(database, data)).rejects.toThrow(/must be the name of its folder, 2026-12/)
  })
})

it('needs a database that is up to date', async () => {
  const other = await otherProgram(database)
  await other.execute('DROP TABLE figure')
  await expect(seedFigures(database, data)).rejects.toMatchObject({ failure: 'outdated' })
  expect(await other.query('SELECT * FROM wave')).toEqual([])
})

it('runs in several processes at once: one writes, the others find everything', async () => {
  const outputs = await runScriptAtOnce(5, 'scripts/db-seed', database.url)
  expect(outputs.map(({ stderr }) => stderr).join('')).toBe('')
  expect(outputs.filter(({ stdout }) => stdout.includes('wrote 53 figures (revision 1)'))).toHaveLength(1)
  expect(outputs.filter(({ stdout }) => stdout.includes('53 figures are there already'))).toHaveLength(4)
  await expect(seedFigures(database)).resolves.toMatchObject([{ changed: false, figuresRevision: 1 }])
})

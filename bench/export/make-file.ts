// Makes the bundle of a data folder's responses, in a process of its own, and prints what it took. See main.ts.
import { randomInt } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { openDatabase } from '@/lib/db/engine/client'
import { readSettings } from '@/lib/env'
import { bundle } from '@/lib/export/bundle'
import { bundleParts } from '@/lib/export/edition-bundle'
import { bundleName, fileShape, type EditionFile } from '@/lib/export/edition-file'
import type { ExportWords, LanguageWords } from '@/lib/export/words'
import { locales } from '@/lib/i18n/locales'
import { instrumentVersion } from '@/lib/instrument/versions'
import { packedSize } from '@/lib/records/packed-answers'
import { readRecords } from '@/lib/records/record-file'
import { createRecordMaker } from '@/lib/disclosure/microdata/record-maker'
import { createResponsePacker } from '@/lib/records/response-packer'
import { createShuffler } from '@/lib/records/shuffle'

/** What one bundle took. */
export interface Taken {
  readonly seconds: number
  /** When each phase began, in seconds. */
  readonly phases: Readonly<Record<string, number>>
  /** The most memory that the process ever held, in MiB. */
  readonly peakMiB: number
  readonly records: number
  readonly bundleBytes: number
}

/** Responses in one page: all that is ever held of them. */
const pageSize = 500

const words = locales.map((language) => ({
  ...(JSON.parse(readFileSync(path.join('messages', `${language}.json`), 'utf8')) as LanguageWords),
  language,
})) as readonly LanguageWords[] as ExportWords

const settings = readSettings()
const scheme = { tools: [] }
const { layout } = fileShape(scheme)
const begun = performance.now()
const elapsed = () => (performance.now() - begun) / 1000
const phases: Record<string, number> = {}

/** Writes the records of all responses to a file, in random order, and returns how many there are. */
async function writeRecords(folder: string, target: string): Promise<number> {
  const database = openDatabase(settings.databaseUrl)
  const expected = await database.run(async (client) => client.response.count())
  const pack = createResponsePacker(() => true)
  const make = createRecordMaker(layout)
  const shuffler = createShuffler(folder, layout.size, expected, randomInt)
  const packed = new Uint8Array(packedSize)
  const record = new Uint8Array(layout.size)
  let after = ''
  for (;;) {
    const page = await database.run(async (client) =>
      client.response.findMany({
        where: { id: { gt: after } },
        orderBy: { id: 'asc' },
        take: pageSize,
        select: { id: true, answers: true },
      }),
    )
    for (const { answers } of page) {
      if (!pack(answers, packed, 0))
        throw new Error('a response has answers that the catalogue does not know')
      make(packed, 0, record, 0)
      shuffler.add(record, 0)
    }
    const last = page.at(-1)
    if (last === undefined) break
    after = last.id
  }
  await database.close()
  phases['shuffling'] = elapsed()
  shuffler.writeTo(target)
  return expected
}

/** Writes the bundle of the records of a file, and returns its size in bytes. */
async function writeBundle(records: string, recordCount: number, target: string): Promise<number> {
  const edition: EditionFile = {
    waveId: '2025-12',
    editionId: 'demo-1',
    isDemo: true,
    instrumentVersion,
    madeOn: '2026-11-26',
    responsesUntil: '2026-11-22',
    smallestGroup: 11,
    scheme,
    recordCount,
    leftOut: 0,
    licence: null,
    publisher: 'Miroir',
    url: null,
  }
  const parts = bundleParts({
    file: edition,
    records: () => readRecords(records, layout.size),
    classes: { count: 0, smallest: 0 },
    tables: [],
    words,
  })
  const file = await open(target, 'w')
  let size = 0
  for await (const bytes of bundle(bundleName(edition), parts, edition.madeOn)) {
    await file.write(bytes)
    size += bytes.length
  }
  await file.sync()
  await file.close()
  return size
}

const folder = mkdtempSync(path.join(settings.dataDir, 'bench-'))
try {
  phases['reading'] = elapsed()
  const records = path.join(folder, 'records')
  const count = await writeRecords(folder, records)
  phases['writing'] = elapsed()
  const bundleBytes = await writeBundle(records, count, path.join(folder, 'bundle.zip'))
  const taken: Taken = {
    seconds: elapsed(),
    phases,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    records: count,
    bundleBytes,
  }
  console.log(JSON.stringify(taken))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

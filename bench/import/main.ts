// npm run bench:import: how long a file of 10,000 figures takes, in each format, see bench/README.md.
import { strToU8, zipSync } from 'fflate'
import { createTranslator } from 'next-intl'
import { loadavg } from 'node:os'
import { recordsOf } from '@/lib/import/lines/line'
import { noticeSentence } from '@/lib/import/notice-sentence'
import { readFigureFile } from '@/lib/import/read-figure-file'
import { columnLetters } from '@/lib/import/table/table'
import { loadMessages } from '@/lib/i18n/messages'
import { median } from '../pages/statistics'
import { documentDifference } from '@/lib/waves/document-difference'
import { waveDescription, type WaveDocument } from '@/lib/waves/wave-document'

const lines = Number(process.argv[2] ?? 10_000)
const rounds = 5
const context = {
  sourceIds: ['one'],
  language: 'fr' as const,
  labels: { indicators: [], populations: [], sections: [] },
}

const titles = [
  'code',
  'population',
  'value',
  'qualifier',
  'passage',
  'base_n',
  'statement_fr',
  'statement_en',
]
const rows = Array.from({ length: lines }, (_, index) => [
  `mood.m${index}`,
  'french',
  String((index % 1000) / 10),
  'exact',
  'growing use',
  String(40 + index),
  `énoncé, le ${index}`,
  `says ${index}`,
])
const table = [titles, ...rows]

const csv = table.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n')
const objectOf = (cells: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(cells.map((cell, index) => [titles[index] ?? '', cell]))
const json = JSON.stringify(rows.map(objectOf))

/** The smallest workbook that holds the table, with its texts in the cells. */
function workbook(): Uint8Array {
  const cell = (text: string, reference: string) =>
    `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`
  const sheet = table.map(
    (cells, row) =>
      `<row r="${row + 1}">${cells.map((text, column) => cell(text, `${columnLetters(column)}${row + 1}`)).join('')}</row>`,
  )
  const parts = {
    'xl/workbook.xml': '<workbook><sheets><sheet name="a" sheetId="1" id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet.join('')}</sheetData></worksheet>`,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)])))
}

const files = { csv: strToU8(csv), json: strToU8(json), xlsx: workbook() }
/** A state of a wave with these figures. */
const documentWith = (figures: WaveDocument['figures']): WaveDocument => ({
  wave: waveDescription.parse({
    id: '2026-12',
    commissionedBy: 'a',
    conductedBy: 'b',
    publishedOn: '2026-12-10',
    sampleSize: null,
    lastDay: null,
  }),
  sources: [],
  figures,
})

const say = createTranslator({ locale: 'en', messages: await loadMessages('en'), namespace: 'import' })

console.log(`load ${loadavg()[0]?.toFixed(2)}, Node ${process.version}; ${lines} lines; medians of ${rounds}`)
for (const [name, bytes] of Object.entries(files)) {
  const [seconds, processor]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    const [start, before] = [performance.now(), process.cpuUsage()]
    const file = readFigureFile(bytes, context)
    const document = documentWith(recordsOf(file.lines))
    const { unchanged } = documentDifference(document, document)
    seconds.push((performance.now() - start) / 1000)
    const { user, system } = process.cpuUsage(before)
    processor.push((user + system) / 1_000_000)
    const [problem] = file.problems
    if (problem)
      throw new Error(noticeSentence(problem, file.format, (key, values) => say(key as 'sentence', values)))
    if (unchanged.length !== lines) throw new Error(`${unchanged.length} of ${lines} lines were understood`)
  }
  console.log(
    `${name}, ${(bytes.length / 1000).toFixed(0)} kB: ${median(seconds).toFixed(2)} s, of which the processor works ${median(processor).toFixed(2)} s`,
  )
}

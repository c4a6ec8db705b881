import { decode } from '../decode'
import { limits } from '../limits'
import { mendText } from '../mend-text'
import { notice, type Problem, type Warning } from '../notices'
import { readWorkbook } from '../xlsx/read-workbook'
import { readDelimited } from './delimited'
import { readJson } from './json-table'
import { columnLetters, type Cell, type Table } from './table'

const startsWith = (bytes: Uint8Array, ...start: readonly number[]) =>
  start.every((byte, index) => bytes[index] === byte)

/** Whether some ASCII text stands in the bytes as UTF-16, as in the directory of an OLE file. */
const hasWide = (bytes: Uint8Array, text: string) =>
  new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2))).includes(text)

/** What a file is that is no text and no archive, by its first bytes. */
function otherFile(bytes: Uint8Array): Problem | null {
  if (bytes.length > limits.fileBytes)
    return notice('fileTooLarge', { megabytes: limits.fileBytes / 1_000_000 })
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return notice(hasWide(bytes, 'EncryptedPackage') ? 'encryptedFile' : 'oldExcel')
  }
  return startsWith(bytes, 0x25, 0x50, 0x44, 0x46) ? notice('pdf') : null
}

const zip = [0x50, 0x4b, 0x03, 0x04]

function readText(bytes: Uint8Array): Table | Problem {
  const decoded = decode(bytes)
  if ('code' in decoded) return decoded
  const { encoding, warnings } = decoded
  const { text, mended } = mendText(decoded.text)
  if (text.trim() === '') return notice('emptyFile')
  if (/^\s*<(?:!doctype|html|table|\?xml)/i.test(text)) return notice('webPage')
  const found = mended === 0 ? warnings : [...warnings, notice('decodedTwice', { count: mended })]
  const shared = { encoding, sheet: null, warnings: found }
  if (/^\s*[[{]/.test(text)) {
    const rows = readJson(text)
    return 'code' in rows ? rows : { ...shared, format: 'json', separator: null, rows }
  }
  const read = readDelimited(text)
  return 'code' in read ? read : { ...shared, format: 'csv', ...read }
}

/** Text in a sheet may have been decoded twice before it came there. */
function mendSheet(table: Table): Table {
  let count = 0
  const mend = (cell: Cell): Cell => {
    if (cell.kind !== 'text' || /^\p{ASCII}*$/u.test(cell.text)) return cell
    const { text, mended } = mendText(cell.text)
    count += mended
    return mended === 0 ? cell : { ...cell, text }
  }
  const rows = table.rows.map(({ line, cells }) => ({ line, cells: cells.map(mend) }))
  const warnings: readonly Warning[] =
    count === 0 ? table.warnings : [...table.warnings, notice('decodedTwice', { count })]
  return { ...table, rows, warnings }
}

function longCell({ rows, format }: Table): Problem | null {
  for (const { line, cells } of rows) {
    const index = cells.findIndex(({ text }) => text.length > limits.cellCharacters)
    if (index < 0) continue
    const values = { count: cells[index]?.text.length ?? 0, most: limits.cellCharacters }
    return format === 'xlsx'
      ? notice('cellTooLong', values, { line, letter: columnLetters(index) })
      : notice('cellTooLong', values, { line, column: String(index + 1) })
  }
  return null
}

/** What makes a table larger than any that is published. */
function beyondBounds(table: Table): Problem | null {
  const { rows } = table
  if (rows.length > limits.lines) return notice('tooManyLines', { most: limits.lines })
  const isWide = rows.some(
    ({ cells }) =>
      cells.findLastIndex(({ text, isMerged }) => text.trim() !== '' && !isMerged) >= limits.columns,
  )
  return isWide ? notice('tooManyColumns', { most: limits.columns }) : longCell(table)
}

/** The tables of a file: one for each sheet of a workbook, else one. Never empty, and within the bounds. */
export function readTables(bytes: Uint8Array): readonly Table[] | Problem {
  const other = otherFile(bytes)
  if (other !== null) return other
  if (bytes.length === 0) return notice('emptyFile')
  const read = startsWith(bytes, ...zip) ? readWorkbook(bytes) : readText(bytes)
  if ('code' in read) return read
  const tables = ('length' in read ? read.map(mendSheet) : [read]).filter(({ rows }) => rows.length > 0)
  if (tables.length === 0) return notice('emptyFile')
  return tables.map(beyondBounds).find((problem) => problem !== null) ?? tables
}

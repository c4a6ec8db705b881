import { strToU8, zipSync } from 'fflate'
import { columnLetters } from '@/lib/import/table/table'

/** A cell of a workbook: a text or number, or one that is written as a spreadsheet writes it. */
export type WrittenCell =
  | string
  | number
  | boolean
  | null
  | { readonly percent: number }
  | { readonly serial: number }
  | { readonly error: string }
  | { readonly formula: string; readonly result?: number }
  | { readonly text: string; readonly raised: string }

export interface WrittenSheet {
  readonly name?: string
  readonly rows: readonly (readonly WrittenCell[])[]
  readonly merged?: readonly string[]
  readonly hiddenRows?: readonly number[]
  readonly isHidden?: boolean
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** The place of a style in `styles.xml` below: none, percent, date. */
const styles = { plain: 0, percent: 1, date: 2 }

function cellXml(cell: WrittenCell, reference: string, texts: string[]): string {
  const number = (value: number, style: number) => `<c r="${reference}" s="${style}"><v>${value}</v></c>`
  const shared = (item: string) => `<c r="${reference}" t="s"><v>${texts.push(item) - 1}</v></c>`
  if (cell === null || cell === '') return ''
  if (typeof cell === 'string') return shared(`<si><t xml:space="preserve">${escaped(cell)}</t></si>`)
  if (typeof cell === 'number') return number(cell, styles.plain)
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if ('percent' in cell) return number(cell.percent / 100, styles.percent)
  if ('serial' in cell) return number(cell.serial, styles.date)
  if ('error' in cell) return `<c r="${reference}" t="e"><v>${cell.error}</v></c>`
  if ('formula' in cell) {
    const result = cell.result === undefined ? '' : `<v>${cell.result}</v>`
    return `<c r="${reference}"><f>${escaped(cell.formula)}</f>${result}</c>`
  }
  const raised = `<r><rPr><vertAlign val="superscript"/></rPr><t>${escaped(cell.raised)}</t></r>`
  return shared(`<si><r><t xml:space="preserve">${escaped(cell.text)}</t></r>${raised}</si>`)
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

function sheetXml({ rows, merged = [], hiddenRows = [] }: WrittenSheet, texts: string[]): string {
  const rowsXml = rows.map((cells, index) => {
    const line = index + 1
    const hidden = hiddenRows.includes(line) ? ' hidden="1"' : ''
    const inner = cells
      .map((cell, column) => cellXml(cell, `${columnLetters(column)}${line}`, texts))
      .join('')
    return `<row r="${line}"${hidden}>${inner}</row>`
  })
  const ranges = merged.map((range) => `<mergeCell ref="${range}"/>`).join('')
  const mergeCells = ranges === '' ? '' : `<mergeCells>${ranges}</mergeCells>`
  return `<worksheet ${main}><sheetData>${rowsXml.join('')}</sheetData>${mergeCells}</worksheet>`
}

const stylesXml = `<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>
<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>`

/** A workbook as spreadsheets write it, and other parts by their names. */
export function workbook(
  sheets: readonly WrittenSheet[],
  others: Readonly<Record<string, string>> = {},
): Uint8Array {
  const texts: string[] = []
  const parts = sheets.map((sheet) => sheetXml(sheet, texts))
  const entries = sheets.map(
    ({ name, isHidden }, index) =>
      `<sheet name="${escaped(name ?? `Feuil${index + 1}`)}" sheetId="${index + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  )
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const files = {
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relations}"><sheets>${entries.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${parts
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'xl/styles.xml': stylesXml,
    'xl/sharedStrings.xml': `<sst ${main}>${texts.join('')}</sst>`,
    ...Object.fromEntries(parts.map((part, index) => [`xl/worksheets/sheet${index + 1}.xml`, part])),
    ...others,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

import { limits } from '../limits'
import { notice, type Problem } from '../notices'
import type { Table } from '../table/table'
import { elementsOf } from './elements'
import { filledRows } from './merged-cells'
import { numberKinds } from './number-formats'
import { unpack, type Parts } from './package'
import { sharedTexts } from './rich-text'
import { readSheet, type Workbook } from './sheet'

/** The worksheets that a person sees, in their order, with the part of each. */
function visibleSheets(parts: Parts): readonly { readonly name: string; readonly xml: string }[] {
  const targets = new Map(
    elementsOf(parts.get('xl/_rels/workbook.xml.rels'))
      .filter(({ name }) => name === 'Relationship')
      .map(({ attributes }) => [attributes['Id'], attributes['Target'] ?? '']),
  )
  return elementsOf(parts.get('xl/workbook.xml')).flatMap(({ name, attributes }) => {
    const isHidden = /hidden/i.test(attributes['state'] ?? '')
    if (name !== 'sheet' || isHidden) return []
    const target = targets.get(attributes['id']) ?? ''
    const xml = parts.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    return xml === undefined ? [] : [{ name: attributes['name'] ?? '', xml }]
  })
}

const isFrom1904 = (parts: Parts) =>
  elementsOf(parts.get('xl/workbook.xml')).some(
    ({ name, attributes }) => name === 'workbookPr' && /^(?:1|true)$/.test(attributes['date1904'] ?? ''),
  )

function tableOf(name: string, xml: string, workbook: Workbook): Table {
  const sheet = readSheet(xml, workbook)
  const rows = filledRows(sheet).map(({ row, cells }) => ({ line: row + 1, cells }))
  const hidden = sheet.hiddenRows.filter((line) => sheet.rows.has(line - 1))
  const shown = [...hidden.slice(0, 10).map(String), ...(hidden.length > 10 ? ['…'] : [])]
  const warnings = hidden.length === 0 ? [] : [notice('hiddenRows', { lines: shown })]
  return { format: 'xlsx', encoding: null, separator: null, sheet: name, rows, warnings }
}

/** The tables of a workbook, one for each sheet that a person sees. */
export function readWorkbook(bytes: Uint8Array): readonly Table[] | Problem {
  const parts = unpack(bytes)
  if ('code' in parts) return parts
  try {
    const workbook: Workbook = {
      texts: sharedTexts(parts.get('xl/sharedStrings.xml')),
      kinds: numberKinds(parts.get('xl/styles.xml')),
      isFrom1904: isFrom1904(parts),
    }
    return visibleSheets(parts).map(({ name, xml }) => tableOf(name, xml, workbook))
  } catch (error) {
    if (error instanceof RangeError)
      return notice('unpackedTooLarge', { megabytes: limits.unpackedBytes / 1_000_000 })
    return notice('damagedArchive')
  }
}

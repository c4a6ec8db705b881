import { elementsOf } from './elements'

/** What a number is, by the format in which the sheet shows it. */
export type NumberKind = 'number' | 'percent' | 'date'

/** Formats that every workbook has, and which are written in none: ECMA-376, part 1, 18.8.30. */
const builtInPercents = new Set([9, 10])
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58)

function kindOfCode(code: string): NumberKind {
  // Without texts, escaped characters, colours and conditions.
  const bare = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  if (bare.includes('%')) return 'percent'
  return /[dmyhs]/i.test(bare.replaceAll(/general|standard/gi, '')) ? 'date' : 'number'
}

/** The kind of number of each style of a workbook, by the number of the style. */
export function numberKinds(xml: string | undefined): readonly NumberKind[] {
  const codes = new Map<number, string>()
  const kinds: NumberKind[] = []
  let isOfCells = false
  for (const { name, attributes } of elementsOf(xml)) {
    if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
    if (name === 'cellXfs') isOfCells = true
    if (name === 'cellStyles' || name === 'dxfs') isOfCells = false
    if (name !== 'xf' || !isOfCells) continue
    const id = Number(attributes['numFmtId'] ?? 0)
    const code = codes.get(id)
    if (code !== undefined) kinds.push(kindOfCode(code))
    else if (builtInPercents.has(id)) kinds.push('percent')
    else kinds.push(isBuiltInDate(id) ? 'date' : 'number')
  }
  return kinds
}

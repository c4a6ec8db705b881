import { notice, type Problem } from '../notices'
import { emptyCell, textCell, type Cell, type Row } from './table'

type Fields = Readonly<Record<string, unknown>>

const isObject = (given: unknown): given is Fields =>
  typeof given === 'object' && given !== null && !Array.isArray(given)

const isList = (given: unknown): given is readonly Fields[] => Array.isArray(given) && given.every(isObject)

/** The list of figures: the document itself, or the one under `figures`, as in the site's own files. */
function figuresOf(document: unknown): readonly Fields[] | null {
  if (isList(document)) return document
  return isObject(document) && isList(document['figures']) ? document['figures'] : null
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'string') return textCell(value)
  if (typeof value === 'number') return { ...emptyCell, kind: 'number', number: value, text: String(value) }
  if (typeof value === 'boolean') return { ...emptyCell, kind: 'boolean', text: value ? 'TRUE' : 'FALSE' }
  if (value === null || value === undefined) return emptyCell
  const isTexts = Array.isArray(value) && value.every((each) => typeof each === 'string')
  return textCell(isTexts ? value.join('; ') : JSON.stringify(value))
}

/**
 * The fields of an object. One that is an object itself, such as words in two languages, is as many: `wording_fr`, `wording_en`. One
 * that is null is none: it may be an object elsewhere.
 */
function flat(figure: Fields): readonly (readonly [string, Cell])[] {
  return Object.entries(figure).flatMap(([key, value]) => {
    if (value === null) return []
    if (!isObject(value)) return [[key, cellOf(value)] as const]
    return Object.entries(value).map(([part, inner]) => [`${key}_${part}`, cellOf(inner)] as const)
  })
}

/** A JSON list of objects as a table: the names of their fields are its first row, and have line 0. */
export function readJson(text: string): readonly Row[] | Problem {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    return notice('badJson')
  }
  const figures = figuresOf(document)
  if (figures === null) return notice('jsonWithoutFigures')
  const objects = figures.map((figure) => new Map(flat(figure)))
  const titles = [...new Set(objects.flatMap((fields) => [...fields.keys()]))]
  const rows = objects.map((fields, index) => ({
    line: index + 1,
    cells: titles.map((title) => fields.get(title) ?? emptyCell),
  }))
  return [
    { line: 0, cells: titles.map(textCell) },
    ...rows.filter(({ cells }) => cells.some((cell) => cell.text !== '')),
  ]
}

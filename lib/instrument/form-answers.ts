import { parseAnswers, type ParsedAnswers } from './answers-schema'
import { isItemId, itemById } from './catalogue'

/**
 * Answers from the fields of a submitted form, where a control's name is an item id and its value an option id.
 * An empty value is "prefer not to say". A field of another name, a value that is no text or two values for a single
 * choice are refused by name.
 */
export function answersFromForm(entries: Iterable<readonly [string, unknown]>): ParsedAnswers {
  const fields = new Map<string, unknown[]>()
  for (const [name, value] of entries) {
    fields.set(name, [...(fields.get(name) ?? []), value])
  }
  const given = [...fields].filter(([, values]) => values.some((value) => value !== ''))
  return parseAnswers(
    Object.fromEntries(
      given.map(([name, values]) => {
        const isList = values.length > 1 || (isItemId(name) && itemById(name).kind === 'multiple')
        return [name, isList ? values : values[0]]
      }),
    ),
  )
}

import { SaxesParser } from 'saxes'

/** An element of a part, without the prefix of its name and of its attributes. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

interface Handlers {
  readonly open?: (element: Element) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** Goes through the elements of a part. Throws where it is not well formed, or has a document type, which no spreadsheet writes. */
export function walk(xml: string, { open, close, text }: Handlers): void {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Error('A part of the workbook has a document type')
  })
  parser.on('opentag', ({ name, attributes }) => {
    open?.({
      name: local(name),
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), value])),
    })
  })
  parser.on('closetag', ({ name }) => close?.(local(name)))
  parser.on('text', (found) => text?.(found))
  parser.on('cdata', (found) => text?.(found))
  parser.write(xml).close()
}

/** More than the parts have that are not sheets: such a workbook was made to fill the memory. */
const mostElements = 200_000

/** All elements of a part, in their order. Throws where there are too many. */
export function elementsOf(xml: string | undefined): readonly Element[] {
  const elements: Element[] = []
  const open = (element: Element) => {
    if (elements.push(element) > mostElements) throw new Error('A part of the workbook has too many elements')
  }
  if (xml !== undefined) walk(xml, { open })
  return elements
}

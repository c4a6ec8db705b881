import { DOMParser, onErrorStopParsing, type Element } from '@xmldom/xmldom'

/** The root of a document that is well-formed; throws where it is not. */
export function rootOf(xml: string): Element {
  const root = new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml').documentElement
  if (root === null) throw new Error('the document is empty')
  return root
}

/** The elements right within one, in order. */
export const childrenOf = (element: Element): readonly Element[] =>
  [...element.childNodes].filter((node): node is Element => node.nodeType === node.ELEMENT_NODE)

/** Those of them that have a name. */
export const named = (element: Element, name: string): readonly Element[] =>
  childrenOf(element).filter((child) => child.tagName === name)

/** The elements at the end of a path of names, from one on. */
export const at = (element: Element, path: string): readonly Element[] =>
  path
    .split('/')
    .reduce<readonly Element[]>((found, name) => found.flatMap((each) => named(each, name)), [element])

/** Their texts. */
export const textsAt = (element: Element, path: string): readonly string[] =>
  at(element, path).map(({ textContent }) => textContent ?? '')

/** Elements whose children do not follow this order, or have a name that is not in it: `parent: child`. */
export function outOfOrder(
  root: Element,
  orders: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const own = orders[root.tagName]
  const children = childrenOf(root)
  const wrong =
    own === undefined
      ? children.map(({ tagName }) => `${root.tagName}: ${tagName}`)
      : children
          .filter(({ tagName }, index) => {
            const before = children[index - 1]
            const isKnown = own.includes(tagName)
            return !isKnown || (before !== undefined && own.indexOf(before.tagName) > own.indexOf(tagName))
          })
          .map(({ tagName }) => `${root.tagName}: ${tagName}`)
  return [...wrong, ...children.flatMap((child) => outOfOrder(child, orders))]
}

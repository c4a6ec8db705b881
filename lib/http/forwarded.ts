/** What one proxy says in a Forwarded header (RFC 7239): parameters by their name, in small letters. */
export type ForwardedElement = ReadonlyMap<string, string>

const parameter = /([\w!#$%&'*+.^`|~-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s",;=\\]*))[ \t]*(?=[,;]|$)/y
const separator = /[ \t]*([,;])[ \t]*/y

/**
 * Reads a Forwarded header: one element for each proxy, the last for the nearest. A value with a colon is also read without
 * the quotes that it should have, as many proxies write it. null for what cannot be read.
 */
export function parseForwarded(text: string): readonly ForwardedElement[] | null {
  const elements = [new Map<string, string>()]
  let place = text.length - text.trimStart().length
  while (place < text.length) {
    separator.lastIndex = place
    parameter.lastIndex = place
    const separated = separator.exec(text)
    const given = separated === null ? parameter.exec(text) : null
    if (separated !== null) {
      if (separated[1] === ',') elements.push(new Map())
      place = separator.lastIndex
    } else if (given !== null) {
      const [, name = '', quoted, plain = ''] = given
      const element = elements.at(-1)
      if (element === undefined || element.has(name.toLowerCase())) return null
      element.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? plain)
      place = parameter.lastIndex
    } else return null
  }
  return elements.filter(({ size }) => size > 0)
}

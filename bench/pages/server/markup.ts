/** What a page holds: text, or an element with its attributes and what it holds. */
export type Markup =
  | string
  | readonly [tag: string, attributes: Readonly<Record<string, string | boolean>>, held: Markup[]]

const tokens = /<!--.*?-->|<script\b.*?<\/script>|<(\/?)([a-z][\w-]*)((?:\s[^>]*?)?)\/?>|[^<]+/gs
const attribute = /([^\s=]+)="([^"]*)"/g

const withoutEnd = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'wbr'])

/** Attributes that are there or not, as React names them. */
const flags: Readonly<Record<string, string>> = {
  autofocus: 'autoFocus',
  checked: 'defaultChecked',
  disabled: 'disabled',
  hidden: 'hidden',
  novalidate: 'noValidate',
  open: 'open',
  required: 'required',
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
}

const decoded = (text: string) =>
  text.replaceAll(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? '')

const attributesOf = (written: string): Readonly<Record<string, string | boolean>> =>
  Object.fromEntries(
    [...written.matchAll(attribute)].map(([, name = '', content = '']): [string, string | boolean] => {
      const flag = flags[name]
      if (flag !== undefined) return [flag, true]
      return [name === 'value' ? 'defaultValue' : name, decoded(content)]
    }),
  )

/** The markup of a page's body as React has written it, without scripts, so that React can be given it again. */
export function markupOfBody(html: string): readonly Markup[] {
  const [, body = ''] = /<body[^>]*>(.*)<\/body>/s.exec(html) ?? []
  const top: Markup[] = []
  const open: Markup[][] = [top]
  for (const [text, end, tag, written = ''] of body.matchAll(tokens)) {
    const held = open.at(-1) ?? top
    if (tag === undefined) {
      if (!text.startsWith('<')) held.push(decoded(text))
    } else if (end === '/') {
      open.pop()
    } else {
      const own: Markup[] = []
      held.push([tag, attributesOf(written), own])
      if (!withoutEnd.has(tag)) open.push(own)
    }
  }
  return top
}

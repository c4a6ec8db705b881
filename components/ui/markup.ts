/** Markup in which every text is escaped. Only `markup` makes it. */
export interface Markup {
  readonly html: string
}

type Value = string | number | null | Markup | readonly Markup[]

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function written(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return value.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign)
  return 'html' in value ? value.html : value.map(({ html }) => html).join('')
}

/**
 * Markup from a template: what stands in it is escaped, as text and in quoted attributes, unless it is markup itself; null is
 * nothing. For long lists that never change in the browser: React would make each of their elements twice for every request,
 * and send it a second time.
 */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { html: parts.map((part, index) => part + written(values[index] ?? null)).join('') }
}

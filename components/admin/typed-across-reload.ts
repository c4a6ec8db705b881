import type { FormField } from './form-field'

const key = 'miroir.typed'
const neverKept: ReadonlySet<FormField['type']> = new Set(['password', 'code', 'hidden'])

/** Reloads the page, which then has again what was typed into a form, except passwords and codes. */
export function reloadKeeping(formId: string, form: HTMLFormElement, fields: readonly FormField[]): void {
  const sent = new FormData(form)
  const typed = fields.flatMap(({ name, type }) => (neverKept.has(type) ? [] : [[name, sent.get(name)]]))
  sessionStorage.setItem(key, JSON.stringify({ place: location.pathname + formId, typed }))
  location.reload()
}

/** Puts into a form what was typed into it before the page was reloaded. */
export function bringBackTyped(formId: string, form: HTMLFormElement): void {
  const kept = sessionStorage.getItem(key)
  if (kept === null) return
  const { place, typed } = JSON.parse(kept) as { place: string; typed: [string, string | null][] }
  if (place !== location.pathname + formId) return
  sessionStorage.removeItem(key)
  for (const [name, text] of typed) {
    const control = form.elements.namedItem(name)
    if (text === null || control === null) continue
    if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = true
    else if ('value' in control) control.value = text
  }
}

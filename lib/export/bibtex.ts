/** What BibTeX reads as commands. */
const special = /[\\{}$&#%_^~]/g

const named: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '^': String.raw`\textasciicircum{}`,
  '~': String.raw`\textasciitilde{}`,
}

/** A text as BibTeX prints it, letter by letter. Letters with accents stay, as programs of today read them. */
export function bibtexText(text: string): string {
  return text.replaceAll(special, (sign) => named[sign] ?? `\\${sign}`)
}

/**
 * An entry of the type `misc` for a list of references. Values are TeX: see `bibtexText`. The key has letters, digits, `-`, `_`, `.`
 * and `:` only.
 */
export function bibtexEntry(key: string, fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`)
  return [`@misc{${key},`, ...lines, '}'].join('\n')
}

/** The one style sheet of `codebook.html`. */
export const codebookStyle = `
  :root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --line: #767676; --quiet: #f3f3f3 }
  @media (prefers-color-scheme: dark) { :root { --ink: #eee; --paper: #161616; --line: #8c8c8c; --quiet: #242424 } }
  body { max-width: 50rem; margin: 0 auto; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
  h1, h2, h3 { line-height: 1.25 }
  section { margin-top: 2.5rem; border-top: 1px solid var(--line) }
  table { border-collapse: collapse; width: 100%; margin: 1rem 0 }
  caption { padding: 0.25rem 0; text-align: left; font-family: ui-monospace, monospace; font-weight: bold }
  th, td { border: 1px solid var(--line); padding: 0.25rem 0.5rem; text-align: left; overflow-wrap: anywhere }
  thead th { background: var(--quiet) }
  .count { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
  .question { font-size: 1.125rem }
  dt { font-weight: bold }
  dd { margin: 0 0 0.5rem }
  nav ul { columns: 18rem }
  a { color: inherit }
  label { margin-right: 1.5rem }
  @media print { .language { display: none } tr { break-inside: avoid } }
`

/** Rules that show the article of the chosen language alone, without a script. */
export function languageRules(languages: readonly string[]): string {
  return languages
    .map((language) => `#show-${language}:checked ~ main article:not([lang="${language}"]) { display: none }`)
    .join('\n')
}

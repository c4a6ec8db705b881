import { languages } from '@/lib/i18n/locales'
import { items } from '@/lib/instrument/catalogue'
import { codebookItem } from './codebook-item'
import { missingCodes, missingKinds } from './codes'
import { variableName } from './columns'
import { element, textElement } from './html'
import { labelOf } from './labels'
import { aboutRelease, releaseTitle, type Release } from './release'
import type { ReleaseTally } from './tally'
import { exportLanguages, type ExportLanguage, type ExportWords, type LanguageWords } from './words'

const style = `
  body { max-width: 50rem; margin: 0 auto; padding: 1rem; font: 1rem/1.5 sans-serif; color: #1b1b1b; background: #fff }
  table { border-collapse: collapse; width: 100%; margin: 1rem 0 2rem }
  caption { text-align: left; font-family: monospace; font-weight: bold }
  th, td { border: 1px solid #767676; padding: 0.25rem 0.5rem; text-align: left; overflow-wrap: anywhere }
  .count { text-align: right }
  .question { font-size: 1.125rem }
`

function about(release: Release, words: LanguageWords): string {
  const { about: sentences, facts, headings, missing, missingMeanings, emptyCell } = words.export
  const pair = (term: string, text: string) => textElement('dt', term) + textElement('dd', text)
  return [
    ...aboutRelease(release, words).map((text) => textElement('p', text)),
    element(
      'dl',
      {},
      pair(facts.instrument, release.instrumentVersion),
      pair(facts.cut, release.cutOn),
      pair(facts.records, String(release.recordCount)),
      pair(headings.licence, release.licence?.title ?? sentences.noLicence),
    ),
    textElement('h3', headings.anonymisation),
    textElement('p', sentences.anonymised),
    textElement('h3', headings.coding),
    textElement('p', sentences.coding),
    element(
      'dl',
      {},
      ...missingKinds.map((kind) =>
        pair(missingCodes[kind] || emptyCell, `${missing[kind]} (${missingMeanings[kind]})`),
      ),
    ),
  ].join('\n')
}

/** Everything in one language. Ids are those of the variables with the language before them. */
function inLanguage(
  language: ExportLanguage,
  release: Release,
  tally: ReleaseTally,
  words: LanguageWords,
): string {
  const idOf = (item: (typeof items)[number]) => `${language}-${variableName(item.id)}`
  const links = items.map((item) =>
    element('li', {}, textElement('a', labelOf(item, words), { href: `#${idOf(item)}` })),
  )
  const { title, contents } = words.export.codebook
  return element(
    'article',
    { lang: language, id: language },
    textElement('h2', `${title} – ${releaseTitle(release, words)}`),
    about(release, words),
    textElement('h3', contents, { id: `${language}-contents` }),
    element('nav', { 'aria-labelledby': `${language}-contents` }, element('ul', {}, ...links)),
    ...items.map((item) => `\n${codebookItem(item, idOf(item), release, tally.of(item.id), words)}`),
  )
}

/**
 * `codebook.html`: a page by itself, without scripts and requests, in one language after the other. The tally has to be one of
 * all records of the release.
 */
export function codebook(release: Release, tally: ReleaseTally, words: ExportWords): string {
  const switches = exportLanguages.map((language) =>
    element('li', {}, textElement('a', languages[language].name, { href: `#${language}`, lang: language })),
  )
  return `<!DOCTYPE html>
<html lang="${exportLanguages[0]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
${textElement('title', `${words.fr.export.codebook.title} – ${releaseTitle(release, words.fr)}`)}
<style>${style}</style>
</head>
<body>
<main>
${textElement('h1', exportLanguages.map((language) => words[language].export.codebook.title).join(' / '))}
${element('ul', {}, ...switches)}
${exportLanguages.map((language) => inLanguage(language, release, tally, words[language])).join('\n')}
</main>
</body>
</html>
`
}

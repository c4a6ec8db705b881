import { codebookStyle, languageRules } from './codebook-style'
import { codebookVariable } from './codebook-variable'
import { missingCodes, missingKinds } from './codes'
import {
  aboutEdition,
  aboutProtection,
  editionTitle,
  factsOf,
  type EditionFile,
  type FileShape,
} from './edition-file'
import { element, startTag, textElement } from './html'
import { labelOf } from './labels'
import type { FileTally } from './tally'
import type { Variable } from './variables'
import type { ExportWords, LanguageWords } from './words'

const paragraphs = (texts: readonly string[]) => texts.map((text) => textElement('p', text))

const pairs = (entries: readonly (readonly [string, string])[]) =>
  element('dl', {}, ...entries.map(([term, text]) => textElement('dt', term) + textElement('dd', text)))

function about(file: EditionFile, shape: FileShape, words: LanguageWords): string {
  const { about: sentences, headings, missing, missingMeanings, emptyCell } = words.export
  return [
    ...paragraphs(aboutEdition(file, words)),
    pairs([...factsOf(file, shape, words), [headings.licence, file.licence?.title ?? sentences.noLicence]]),
    textElement('h3', headings.protection),
    ...paragraphs(aboutProtection(words)),
    textElement('h3', headings.coding),
    ...paragraphs([sentences.coding, sentences.dontKnow]),
    pairs(
      missingKinds.map((kind) => [
        missingCodes[kind] || emptyCell,
        `${missing[kind]} (${missingMeanings[kind]})`,
      ]),
    ),
  ].join('\n')
}

/** Everything in one language. Ids are those of the variables with the language before them. */
function inLanguage(file: EditionFile, shape: FileShape, tally: FileTally, words: LanguageWords): string {
  const { language } = words
  const idOf = ({ name }: Variable) => `${language}-${name}`
  const links = shape.variables.map((variable) =>
    element('li', {}, textElement('a', labelOf(variable, words), { href: `#${idOf(variable)}` })),
  )
  const { title, contents } = words.export.codebook
  const sections = shape.variables.map(
    (variable) =>
      `\n${codebookVariable(variable, idOf(variable), file.recordCount, tally.of(variable), words)}`,
  )
  return element(
    'article',
    { lang: language, id: language },
    textElement('h2', `${title} – ${editionTitle(file, words)}`),
    about(file, shape, words),
    textElement('h3', contents, { id: `${language}-contents` }),
    element('nav', { 'aria-labelledby': `${language}-contents` }, element('ul', {}, ...links)),
    ...sections,
  )
}

/** The buttons that choose the language: the first is chosen. They stand before what they show, for its rules to find them. */
function languageSwitch(words: ExportWords): string {
  return words
    .map(({ language, export: { languageName } }, place) => {
      const button = { type: 'radio', name: 'language', class: 'language', id: `show-${language}` }
      const attributes = { ...button, ...(place === 0 && { checked: '' }) }
      const label = { for: button.id, class: 'language', lang: language }
      return `${startTag('input', attributes)} ${textElement('label', languageName, label)}`
    })
    .join('\n')
}

/**
 * `codebook.html`: a page by itself, without scripts and requests, in one language after a switch. The tally has to be one of
 * all records of the file.
 */
export function codebook(file: EditionFile, shape: FileShape, tally: FileTally, words: ExportWords): string {
  const [first] = words
  return `<!DOCTYPE html>
<html lang="${first.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
${textElement('title', `${first.export.codebook.title} – ${editionTitle(file, first)}`)}
<style>${codebookStyle}${languageRules(words.map(({ language }) => language))}</style>
</head>
<body>
${textElement('h1', words.map(({ export: { codebook: said } }) => said.title).join(' / '))}
${languageSwitch(words)}
<main>
${words.map((language) => inLanguage(file, shape, tally, language)).join('\n')}
</main>
</body>
</html>
`
}

import { missingCodes, missingKinds } from './codes'
import {
  aboutEdition,
  aboutProtection,
  citation,
  editionTitle,
  factsOf,
  type EditionFile,
  type FileShape,
} from './edition-file'
import type { BundledFile } from './edition-bundle'
import type { ExportWords, LanguageWords } from './words'

/** Lines are broken after this many characters at most, where there is a space to break them. */
const lineLength = 100

function wrapped(text: string, indent = ''): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > lineLength) {
      lines.push(line)
      line = indent + word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}

const section = (heading: string, ...paragraphs: readonly string[]) =>
  [heading, '-'.repeat(heading.length), '', ...paragraphs].join('\n')

const list = (entries: readonly string[]) => entries.map((entry) => wrapped(`- ${entry}`, '  ')).join('\n')

const paragraphs = (texts: readonly string[]) => texts.map((text) => wrapped(text)).join('\n\n')

/** Who publishes the edition and how to write to them, or that this has not been said. */
function publishedBy(
  { publisher: { name, legalForm, email } }: EditionFile,
  { export: { about, publisher } }: LanguageWords,
): string {
  if (name === null) return wrapped(about.noPublisher)
  const said = [name, legalForm ?? []].flat().join(', ')
  return list([`${publisher.name} = ${said}`, ...(email === null ? [] : [`${publisher.contact} = ${email}`])])
}

function inLanguage(
  file: EditionFile,
  shape: FileShape,
  files: readonly BundledFile[],
  words: LanguageWords,
): string {
  const { about, headings, emptyCell, missing, missingMeanings, files: fileWords } = words.export
  const { licence } = file
  const title = editionTitle(file, words)
  return [
    [title, '='.repeat(title.length)].join('\n'),
    section(headings.who, paragraphs(aboutEdition(file, words))),
    section(headings.publisher, publishedBy(file, words)),
    section(headings.facts, list(factsOf(file, shape, words).map(([name, said]) => `${name} = ${said}`))),
    section(headings.protection, paragraphs([...aboutProtection(words), about.conduct])),
    section(
      headings.files,
      list(
        files.map(
          ({ name, key, of }) =>
            `${name} = ${fileWords[key]}${of === null ? '' : ` (${of.export.languageName})`}`,
        ),
      ),
    ),
    section(
      headings.coding,
      paragraphs([about.coding, about.dontKnow]),
      '',
      list(
        missingKinds.map(
          (kind) => `${missingCodes[kind] || emptyCell} = ${missing[kind]} (${missingMeanings[kind]})`,
        ),
      ),
    ),
    section(
      headings.licence,
      licence ? list([`${licence.title} (${licence.id})`, licence.url]) : wrapped(about.noLicence),
    ),
    section(headings.citation, wrapped(citation(file, words))),
  ].join('\n\n')
}

/** `README.txt`, in every language: what the files are, who took part, how to read, to use and to cite them. */
export function readme(
  file: EditionFile,
  shape: FileShape,
  files: readonly BundledFile[],
  words: ExportWords,
): string {
  return `${words.map((language) => inLanguage(file, shape, files, language)).join('\n\n\n')}\n`
}

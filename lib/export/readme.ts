import { missingCodes, missingKinds } from './codes'
import type { ReleaseFile } from './release-files'
import { aboutRelease, citation, releaseTitle, type Release } from './release'
import { exportLanguages, type ExportWords, type LanguageWords } from './words'

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

function inLanguage(release: Release, files: readonly ReleaseFile[], words: LanguageWords): string {
  const { about, headings, facts, emptyCell, missing, missingMeanings, files: fileWords } = words.export
  const { licence } = release
  const title = releaseTitle(release, words)
  return [
    [title, '='.repeat(title.length)].join('\n'),
    section(
      headings.who,
      aboutRelease(release, words)
        .map((text) => wrapped(text))
        .join('\n\n'),
    ),
    section(headings.anonymisation, wrapped(about.anonymised), '', wrapped(about.conduct)),
    section(
      headings.facts,
      list([
        `${facts.instrument} = ${release.instrumentVersion}`,
        `${facts.cut} = ${release.cutOn}`,
        `${facts.records} = ${release.recordCount}`,
      ]),
    ),
    section(headings.files, list(files.map(({ name, key }) => `${name} = ${fileWords[key]}`))),
    section(
      headings.coding,
      wrapped(about.coding),
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
    section(headings.citation, wrapped(citation(release, words))),
  ].join('\n\n')
}

/** `README.txt`, in both languages: what the files are, who took part, how to read, to use and to cite them. */
export function readme(release: Release, files: readonly ReleaseFile[], words: ExportWords): string {
  return `${exportLanguages.map((language) => inLanguage(release, files, words[language])).join('\n\n\n')}\n`
}

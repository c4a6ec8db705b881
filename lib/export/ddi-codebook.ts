import { ddiVariables } from './ddi-variables'
import {
  aboutEdition,
  aboutProtection,
  citation,
  citedPublisher,
  bundleName,
  editionTitle,
  type EditionFile,
  type FileShape,
} from './edition-file'
import { element, textElement } from './html'
import { inAll } from './in-all-languages'
import type { FileTally } from './tally'
import type { ExportWords } from './words'

function titles(file: EditionFile, words: ExportWords): string {
  const [first, ...others] = words
  return element(
    'titlStmt',
    {},
    textElement('titl', editionTitle(file, first), { 'xml:lang': first.language }),
    ...others.map((language) =>
      textElement('parTitl', editionTitle(file, language), { 'xml:lang': language.language }),
    ),
    textElement('IDNo', bundleName(file)),
  )
}

/** What is said of the study: who, when, how, and under which conditions. */
function study(file: EditionFile, words: ExportWords): string {
  const { licence, publisher, url } = file
  const day = (name: string, text: string) => textElement(name, text, { date: text })
  const contact =
    publisher.email === null ? '' : textElement('contact', publisher.email, { email: publisher.email })
  return element(
    'stdyDscr',
    {},
    element(
      'citation',
      {},
      titles(file, words),
      element('rspStmt', {}, textElement('AuthEnty', citedPublisher(file))),
      element('prodStmt', {}, textElement('producer', citedPublisher(file)), day('prodDate', file.madeOn)),
      element(
        'distStmt',
        {},
        textElement('distrbtr', citedPublisher(file), url === null ? {} : { URI: url }),
        contact,
      ),
      inAll('biblCit', words, (language) => citation(file, language)),
    ),
    element(
      'stdyInfo',
      {},
      inAll('abstract', words, (language) => aboutEdition(file, language).join(' ')),
      element(
        'sumDscr',
        {},
        textElement('collDate', file.responsesUntil, { date: file.responsesUntil, event: 'end' }),
        textElement('nation', 'France', { abbr: 'FR' }),
        inAll('universe', words, ({ export: said }) => said.about.notRepresentative),
        inAll('dataKind', words, ({ export: said }) => said.title),
      ),
    ),
    element(
      'method',
      {},
      element(
        'dataColl',
        {},
        inAll('sampProc', words, ({ export: said }) => said.about.took),
      ),
      inAll('notes', words, (language) => aboutProtection(language).join(' ')),
    ),
    element(
      'dataAccs',
      {},
      element(
        'useStmt',
        {},
        inAll('restrctn', words, ({ export: said }) => said.about.conduct),
        licence === null
          ? inAll('conditions', words, ({ export: said }) => said.about.noLicence)
          : textElement('conditions', `${licence.title} (${licence.id}), ${licence.url}`),
      ),
    ),
  )
}

/**
 * `codebook.xml`: the codebook for archives and their programs, in DDI-Codebook 2.5, in every language. The tally has to be one of all
 * records of the file.
 *
 * Source: https://ddialliance.org/Specification/DDI-Codebook/2.5/.
 */
export function ddiCodebook(
  file: EditionFile,
  shape: FileShape,
  tally: FileTally,
  words: ExportWords,
): string {
  const data = element(
    'fileDscr',
    { ID: 'F1', URI: 'responses.csv' },
    element(
      'fileTxt',
      {},
      textElement('fileName', 'responses.csv'),
      element(
        'dimensns',
        {},
        textElement('caseQnty', String(file.recordCount)),
        textElement('varQnty', String(shape.columns.length + 2)),
      ),
      textElement('fileType', 'text/csv', { charset: 'UTF-8' }),
    ),
  )
  const document = element(
    'docDscr',
    {},
    element(
      'citation',
      {},
      titles(file, words),
      element('prodStmt', {}, textElement('producer', citedPublisher(file))),
    ),
  )
  const [first] = words
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'codeBook',
    { xmlns: 'ddi:codebook:2_5', version: '2.5', 'xml:lang': first.language },
    document,
    study(file, words),
    data,
    ddiVariables(file, shape, tally, words),
  )}\n`
}

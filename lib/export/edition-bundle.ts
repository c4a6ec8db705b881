import type { PublishedTable } from '@/lib/disclosure/aggregates/edition-tables'
import { checksumsName, type BundlePart } from './bundle'
import { codebook } from './codebook'
import { dataPackage } from './data-package'
import { ddiCodebook } from './ddi-codebook'
import { fileShape, waveOfRows, type EditionFile } from './edition-file'
import { importR } from './import-r'
import { importSpss } from './import-spss'
import { loadPython } from './load-python'
import { readme } from './readme'
import { responsesCsv } from './responses-csv'
import { responsesExcel } from './responses-excel'
import { responsesJsonl } from './responses-jsonl'
import { responsesParquet } from './responses-parquet'
import { riskReport, type ClassSizes } from './risk-report'
import type { RecordBatches } from './rows'
import { createFileTally } from './tally'
import { tripleS } from './triple-s'
import type { ExportWords, FileKey, LanguageWords } from './words'

/** A file of a bundle, and the key of the words that describe it. */
export interface BundledFile {
  readonly name: string
  readonly key: FileKey
  /** The words in which it is, for a file of one language. */
  readonly of: LanguageWords | null
}

const inAll = (name: string, key: FileKey): BundledFile => ({ name, key, of: null })

/** Every file of a bundle, in their order: the codebook counts what the first one wrote. */
export function bundledFiles(words: ExportWords): readonly BundledFile[] {
  return [
    inAll('responses.csv', 'coded'),
    ...words.map((of): BundledFile => ({ name: `responses-excel-${of.language}.csv`, key: 'excel', of })),
    inAll('responses.jsonl', 'lines'),
    inAll('responses.parquet', 'parquet'),
    inAll('import.sps', 'spss'),
    inAll('import.R', 'inR'),
    inAll('load.py', 'python'),
    inAll('datapackage.json', 'package'),
    inAll('responses.sss', 'tripleS'),
    inAll('codebook.html', 'codebook'),
    inAll('codebook.xml', 'ddi'),
    inAll('risk-report.json', 'risk'),
    inAll('README.txt', 'readme'),
    inAll(checksumsName, 'checksums'),
  ]
}

/** The records, once more. Throws at the end when they are not as many as the edition says, in any file. */
function* counted(batches: RecordBatches, size: number, expected: number): Generator<Uint8Array> {
  let count = 0
  for (const batch of batches) {
    if (batch.length % size !== 0) throw new Error('a batch of the edition ends within a record')
    count += batch.length / size
    yield batch
  }
  if (count !== expected) throw new Error(`a file of the edition has ${count} records instead of ${expected}`)
}

/** What a bundle is made of. */
export interface BundleContent {
  readonly file: EditionFile
  /** Is asked once for each file of responses, and has to give the same records in the same order each time. */
  readonly records: () => RecordBatches
  readonly classes: ClassSizes
  readonly tables: readonly PublishedTable[]
  readonly words: ExportWords
}

/**
 * The parts of an edition's bundle, for `bundle`, which adds the checksums. Each is made when it is read.
 * Reading throws on a record that cannot be released, and when the records are not `file.recordCount`. The parts can be read
 * once, and in their order: the codebook is about the records of the first one.
 */
export function bundleParts(content: BundleContent): readonly BundlePart[] {
  const { file, records, classes, tables, words } = content
  const shape = fileShape(file.scheme)
  const wave = waveOfRows(file)
  const tally = createFileTally(shape)
  const again = () => counted(records(), shape.layout.size, file.recordCount)
  const files = bundledFiles(words)
  const contents: Readonly<
    Record<Exclude<FileKey, 'checksums'>, (of: LanguageWords) => Iterable<string | Uint8Array>>
  > = {
    coded: () => responsesCsv(tally.counting(again()), shape, wave),
    excel: (of) => responsesExcel(again(), file, shape, of),
    lines: () => responsesJsonl(again(), shape, wave),
    parquet: () => responsesParquet(again(), shape, wave),
    spss: () => [importSpss(file, shape, words)],
    inR: () => [importR(file, shape, words)],
    python: () => [loadPython(file, shape, words)],
    package: () => [dataPackage(file, shape, words)],
    tripleS: () => [tripleS(file, shape, words)],
    codebook: () => [codebook(file, shape, tally, words)],
    ddi: () => [ddiCodebook(file, shape, tally, words)],
    risk: () => [riskReport(file, classes, tables, words)],
    readme: () => [readme(file, shape, files, words)],
  }
  return files.flatMap(({ name, key, of }) =>
    key === 'checksums' ? [] : [{ name, content: () => contents[key](of ?? words[0]) }],
  )
}

import { checksumsName, type BundlePart } from './bundle'
import { codebook } from './codebook'
import { dataPackage } from './data-package'
import { importPython } from './import-python'
import { importR } from './import-r'
import { importSpss } from './import-spss'
import { readme } from './readme'
import { packedSize } from '@/lib/records/packed-answers'
import type { RecordBatches } from './record'
import { responsesCsv } from './responses-csv'
import { responsesExcel } from './responses-excel'
import { responsesJsonl } from './responses-jsonl'
import type { Release } from './release'
import { createReleaseTally } from './tally'
import type { ExportWords, FileKey } from './words'

/** A file of a release, and the key of the words that describe it. */
export interface ReleaseFile {
  readonly name: string
  readonly key: FileKey
}

/** Every file of a release, in their order in the bundle: the codebook counts what the first one wrote. */
export const releaseFiles = [
  { name: 'responses.csv', key: 'coded' },
  { name: 'responses-excel-fr.csv', key: 'excel' },
  { name: 'responses.jsonl', key: 'lines' },
  { name: 'import.sps', key: 'spss' },
  { name: 'import.R', key: 'inR' },
  { name: 'import.py', key: 'python' },
  { name: 'datapackage.json', key: 'package' },
  { name: 'codebook.html', key: 'codebook' },
  { name: 'risk-report.json', key: 'risk' },
  { name: 'README.txt', key: 'readme' },
  { name: checksumsName, key: 'checksums' },
] as const satisfies readonly ReleaseFile[]

/** The records, once more. Throws at the end when they are not as many as the release says, in any file. */
function* counted(batches: RecordBatches, expected: number): Generator<Uint8Array> {
  let count = 0
  for (const batch of batches) {
    if (batch.length % packedSize !== 0) throw new Error('a batch of the release ends within a record')
    count += batch.length / packedSize
    yield batch
  }
  if (count !== expected) throw new Error(`a file of the release has ${count} records instead of ${expected}`)
}

/**
 * The parts of a release, for `bundle`, which adds the checksums. Each is made when it is read. `records` is asked three
 * times and has to give the same records in the same order each time. `riskReport` is written as JSON.
 * Reading throws on a record that cannot be released, and when the records are not `release.recordCount`. The parts can be
 * read once, and in their order: the codebook is about the records of the first one.
 */
export function releaseParts(
  release: Release,
  records: () => RecordBatches,
  riskReport: object,
  words: ExportWords,
): readonly BundlePart[] {
  const { levels, recordCount } = release
  const tally = createReleaseTally(levels)
  const again = () => counted(records(), recordCount)
  const contents: Readonly<
    Record<Exclude<(typeof releaseFiles)[number]['key'], 'checksums'>, BundlePart['content']>
  > = {
    coded: () => responsesCsv(tally.counting(again()), levels),
    excel: () => responsesExcel(again(), levels, words.fr),
    lines: () => responsesJsonl(again(), levels),
    spss: () => [importSpss(release, words.fr)],
    inR: () => [importR(release, words)],
    python: () => [importPython(release, words)],
    package: () => [dataPackage(release, words)],
    codebook: () => [codebook(release, tally, words)],
    risk: () => [`${JSON.stringify(riskReport, null, 2)}\n`],
    readme: () => [readme(release, releaseFiles, words)],
  }
  return releaseFiles.flatMap(({ name, key }) =>
    key === 'checksums' ? [] : [{ name, content: contents[key] }],
  )
}

import { csvFile } from './csv-file'
import { type Ending, type FigureFiles } from './file'
import { jsonFile, metadataFile } from './json-files'
import { packageFile } from './package-file'
import { readmeFile } from './readme-file'
import { figureRows } from './rows'

/** One of the files in which figures are given. The same figures, words and addresses give the same bytes. */
export async function writeFigureFile(
  files: FigureFiles,
  ending: Ending,
): Promise<string | Buffer<ArrayBuffer>> {
  const rows = () => figureRows(files.published, files.languages, files.addressOf)
  switch (ending) {
    case 'csv':
      return csvFile(rows())
    case 'json':
      return jsonFile(files, rows())
    case 'metadata.json':
      return metadataFile(files)
    case 'readme.md':
      return readmeFile(files)
    case 'zip':
      return packageFile(files, rows())
  }
}

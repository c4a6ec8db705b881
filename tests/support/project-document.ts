import { dataFolder } from '@/lib/db/engine/project-files'
import { readWaveFolders } from '@/lib/db/waves/wave-folder'
import { orderedDocument, type WaveDocument } from '@/lib/waves/wave-document'

/** What the project itself brings of its only wave, in the order in which it is stored. */
export async function projectDocument(): Promise<WaveDocument> {
  const [document] = await readWaveFolders(dataFolder)
  if (document === undefined) throw new Error('the project brings no wave')
  return orderedDocument(document)
}

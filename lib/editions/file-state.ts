import { addDays } from '@/lib/counts/iso-week'
import type { ListedEdition } from '@/lib/db/editions'
import type { Settings } from '@/lib/env'
import { editionFileSize } from './edition-files'

/** Whether the file of a wave's last edition may be downloaded. Days are `YYYY-MM-DD`. */
export type FileState =
  | { readonly state: 'ready'; readonly sizeBytes: number }
  /** A response of it was deleted since. `againOn`: the first day on which it may be made again. */
  | { readonly state: 'removed'; readonly removedOn: string; readonly againOn: string }
  /** This machine has none yet. */
  | { readonly state: 'missing' }

/** The first day of the next month. */
function nextMonthOf(day: string): string {
  return `${addDays(new Date(`${day.slice(0, 7)}-01T00:00:00Z`), 31)
    .toISOString()
    .slice(0, 7)}-01`
}

/** The state of the file of a wave's last edition, for those who read of it: `deliverFile` decides anew. */
export function fileStateOf(
  settings: Pick<Settings, 'dataDir'>,
  edition: Pick<ListedEdition, 'id' | 'fileRemovedOn'> & { readonly waveId: string },
): FileState {
  const { fileRemovedOn } = edition
  if (fileRemovedOn !== null) {
    return { state: 'removed', removedOn: fileRemovedOn, againOn: nextMonthOf(fileRemovedOn) }
  }
  const sizeBytes = editionFileSize(settings, edition)
  return sizeBytes === null ? { state: 'missing' } : { state: 'ready', sizeBytes }
}

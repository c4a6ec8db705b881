import type { EditionLine } from '@/components/admin/editions/editions-made'
import type { FileRefusal } from '@/components/admin/editions/editions'
import type { FileView } from '@/components/admin/editions/edition-file'
import { lastDayOf } from '@/lib/counts/week-days'
import { readScheme } from '@/lib/db/edition-row'
import type { ListedEdition } from '@/lib/db/editions'
import { editions } from '@/lib/db/read-editions'
import { fileStateOf } from '@/lib/editions/file-state'
import type { Settings } from '@/lib/env'
import { bundleName } from '@/lib/export/edition-file'

function lineOf({ lastWeek, schemeTools, ...edition }: ListedEdition): EditionLine {
  return {
    ...edition,
    until: lastDayOf(lastWeek),
    tools: readScheme(schemeTools).tools,
  }
}

function fileOf(settings: Settings, waveId: string, edition: ListedEdition): FileView {
  const { id, recordCount, schemeTools } = edition
  return {
    id,
    recordCount,
    tools: readScheme(schemeTools).tools,
    name: `${bundleName({ waveId, editionId: id })}.zip`,
    found: fileStateOf(settings, { ...edition, waveId }),
  }
}

/** Why the file of an edition that somebody asked for was not given; null where it could be given now. */
function refusalOf(id: string, listed: readonly ListedEdition[], file: FileView | null): FileRefusal | null {
  if (!listed.some((edition) => edition.id === id)) return 'unknown'
  if (file?.id !== id) return 'earlier'
  return file.found.state === 'ready' ? null : file.found.state
}

/** What the page of the editions shows of a wave. `refused`: id of the edition whose file was asked for and not given. */
export async function loadEditions(settings: Settings, waveId: string, refused: string | null) {
  const listed = await editions.list(waveId)
  const last = listed.at(-1)
  const file = last ? fileOf(settings, waveId, last) : null
  return {
    editions: listed.map(lineOf).toReversed(),
    isDemo: last?.isDemo ?? false,
    file,
    refused: refused === null ? null : refusalOf(refused, listed, file),
  }
}

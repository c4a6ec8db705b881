import { readCurrentWaveId } from '@/lib/db/waves/current-wave'
import { appDatabase } from '@/lib/db/engine/client'
import { contentTypes, reasons, type NoOpenData, type OpenData } from '../../open-data/[wave]/editions/answer'

/** Open data about participants, as they are at their own addresses. Throws DatabaseError. */
export async function findOpenData(
  query: URLSearchParams,
  find: (waveId: string) => Promise<OpenData | NoOpenData>,
) {
  const found = await find(query.get('wave') ?? (await readCurrentWaveId(appDatabase)))
  if (typeof found === 'string') return { problem: found, detail: reasons[found] }
  const { text, ending, licence } = found
  return {
    content: text,
    type: contentTypes[ending],
    headers: {
      'Cache-Control': 'public, max-age=3600',
      ...(licence !== null && { Link: `<${licence.url}>; rel="license"` }),
    },
  }
}

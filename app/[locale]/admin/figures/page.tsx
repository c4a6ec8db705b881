import { WavesList } from '@/components/admin/figures/waves-list'
import { isFresh } from '@/lib/auth/session-limits'
import { makeCurrentAction } from '../figures-actions'
import { guarded } from '../guarded'
import { adminMetadata } from '../titles'
import { readManagedWaves } from '@/lib/db/waves/managed-waves'

export const generateMetadata = async () => adminMetadata('figures')

/** The waves of the survey, to manage them. */
export default async function FiguresAdminPage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/figures'>) {
  const { locale } = await params
  const isMade = 'done' in (await searchParams)
  return guarded('figures', locale, async ({ session }, { database }) => (
    <WavesList
      waves={await readManagedWaves(database)}
      isFresh={isFresh(session, new Date())}
      isMade={isMade}
      makeCurrent={(waveId) => makeCurrentAction.bind(null, locale, waveId)}
    />
  ))
}

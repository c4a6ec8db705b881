import { Dashboard } from '@/components/admin/dashboard/dashboard'
import { DashboardUnavailable } from '@/components/admin/dashboard/dashboard-unavailable'
import { currentWaveId } from '@/lib/comparison/waves'
import { readWaveFigures } from '@/lib/db/waves/figures'
import { readWaveIds } from '@/lib/db/waves/wave-ids'
import { DatabaseError } from '@/lib/errors'
import { setResponseStatus } from '@/lib/http/response-status'
import { log } from '@/lib/log'
import { dashboardOf } from './dashboard-of'
import { settingsInForce } from '../settings-in-force'
import { guarded } from './guarded'
import { adminMetadata } from './titles'

export const generateMetadata = async () => adminMetadata('dashboard')

/** What the address asks for, as far as it is text. */
interface Asked {
  readonly wave: string | null
  readonly from: string | null
  readonly to: string | null
}

async function dashboardOrFailure({ wave, from, to }: Asked) {
  try {
    const waveIds = await readWaveIds()
    const waveId = waveIds.find((id) => id === wave) ?? currentWaveId
    const { figures } = await readWaveFigures(waveId)
    const thresholds = await settingsInForce()
    const found = await dashboardOf(waveId, figures, { from, to }, thresholds)
    return { found, waveIds, waveId, thresholds }
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error({ failure: error.failure, err: error }, 'the dashboard cannot be read')
    setResponseStatus(503)
    return error
  }
}

/** The same as it stands in an address. */
function queryOf(asked: Asked): string {
  const given = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== null)
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`
}

const textOf = (given: string | readonly string[] | undefined) => (typeof given === 'string' ? given : null)

export default async function DashboardPage({ params, searchParams }: PageProps<'/[locale]/admin'>) {
  const { locale } = await params
  const { wave, from, to } = await searchParams
  const asked = { wave: textOf(wave), from: textOf(from), to: textOf(to) }
  const show = async () => {
    const loaded = await dashboardOrFailure(asked)
    if (!(loaded instanceof DatabaseError)) return <Dashboard {...loaded} />
    return <DashboardUnavailable failure={loaded.failure} query={queryOf(asked)} />
  }
  return guarded('dashboard', locale, show, queryOf(asked))
}

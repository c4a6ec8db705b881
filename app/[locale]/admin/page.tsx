import { Dashboard } from '@/components/admin/dashboard/dashboard'
import { DashboardUnavailable } from '@/components/admin/dashboard/dashboard-unavailable'
import { currentWaveId } from '@/lib/comparison/waves'
import type { Database } from '@/lib/db/engine/client'
import { readSettings } from '@/lib/env'
import { DatabaseError } from '@/lib/errors'
import { setResponseStatus } from '@/lib/http/response-status'
import { log } from '@/lib/log'
import { guarded } from './guarded'
import { loadDashboard } from './load-dashboard'
import { adminMetadata } from './titles'

export const generateMetadata = async () => adminMetadata('dashboard')

async function dashboardOrFailure(database: Database) {
  try {
    return await loadDashboard(database, currentWaveId, readSettings().contribution, new Date())
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error({ failure: error.failure, err: error }, 'the dashboard cannot be read')
    setResponseStatus(503)
    return error
  }
}

export default async function DashboardPage({ params }: PageProps<'/[locale]/admin'>) {
  const { locale } = await params
  return guarded('dashboard', locale, async (_, { database }) => {
    const loaded = await dashboardOrFailure(database)
    if (loaded instanceof DatabaseError) return <DashboardUnavailable failure={loaded.failure} />
    return <Dashboard {...loaded} edition={null} />
  })
}

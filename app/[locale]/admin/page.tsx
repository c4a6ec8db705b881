import { Dashboard } from '@/components/admin/dashboard/dashboard'
import { DashboardUnavailable } from '@/components/admin/dashboard/dashboard-unavailable'
import { EditionView } from '@/components/participants/edition-view'
import type { Database } from '@/lib/db/engine/client'
import { readSettings } from '@/lib/env'
import { DatabaseError } from '@/lib/errors'
import { setResponseStatus } from '@/lib/http/response-status'
import { log } from '@/lib/log'
import { loadEdition } from '../load-edition'
import { guarded } from './guarded'
import { loadDashboard } from './load-dashboard'
import { loadOpening } from './load-opening'
import { adminMetadata } from './titles'

export const generateMetadata = async () => adminMetadata('dashboard')

async function dashboardOrFailure(database: Database) {
  try {
    return await loadDashboard(database, readSettings().contribution, new Date())
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error({ failure: error.failure, err: error }, 'the dashboard cannot be read')
    return error
  }
}

/** How the site is doing, and below it what everybody sees of the last edition. */
export default async function DashboardPage({ params }: PageProps<'/[locale]/admin'>) {
  const { locale } = await params
  return guarded('dashboard', locale, async (_, request) => {
    const [loaded, published] = [await dashboardOrFailure(request.database), await loadEdition(null)]
    const failure = [loaded, published].find((each) => each instanceof DatabaseError)
    if (loaded instanceof DatabaseError || published instanceof DatabaseError) {
      setResponseStatus(503)
      return <DashboardUnavailable failure={failure?.failure ?? 'unreadable'} />
    }
    const { edition, ...rest } = published
    return (
      <Dashboard
        {...loaded}
        opening={await loadOpening(request)}
        edition={edition && <EditionView edition={edition} {...rest} />}
      />
    )
  })
}

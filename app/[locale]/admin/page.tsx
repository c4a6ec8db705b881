import { getTranslations } from 'next-intl/server'
import { currentWaveId } from '@/lib/comparison/waves'
import { readWaveFigures } from '@/lib/db/figures'
import { leastThresholds } from '@/lib/participation/thresholds'
import { participantsOf } from '../participants-of'
import { guarded } from './guarded'
import { adminMetadata } from './titles'

export const generateMetadata = async () => adminMetadata('dashboard')

export default async function DashboardPage({ params }: PageProps<'/[locale]/admin'>) {
  const { locale } = await params
  return guarded('dashboard', locale, async () => {
    const t = await getTranslations('admin')
    const { figures } = await readWaveFigures(currentWaveId)
    const participants = await participantsOf(currentWaveId, figures)
    const count = participants?.shares.responseCount ?? null
    return (
      <>
        <h1>{t('titles.dashboard')}</h1>
        <p>
          {count === null
            ? t('dashboard.few', { threshold: leastThresholds.participantsShownFrom })
            : t('dashboard.count', { count })}
        </p>
      </>
    )
  })
}

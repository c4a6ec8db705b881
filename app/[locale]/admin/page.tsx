import { getTranslations } from 'next-intl/server'
import { currentWaveId } from '@/lib/comparison/waves'
import { readWaveFigures } from '@/lib/db/figures'
import { participantsOf } from '../participants-of'
import { settingsInForce } from '../settings-in-force'
import { guarded } from './guarded'
import { adminMetadata } from './titles'

export const generateMetadata = async () => adminMetadata('dashboard')

export default async function DashboardPage({ params }: PageProps<'/[locale]/admin'>) {
  const { locale } = await params
  return guarded('dashboard', locale, async () => {
    const t = await getTranslations('admin')
    const { figures } = await readWaveFigures(currentWaveId)
    const thresholds = await settingsInForce()
    const participants = await participantsOf(currentWaveId, figures, thresholds)
    const count = participants?.shares.responseCount ?? null
    return (
      <>
        <h1>{t('titles.dashboard')}</h1>
        <p>
          {count === null
            ? t('dashboard.few', { threshold: thresholds.participantsShownFrom })
            : t('dashboard.count', { count })}
        </p>
      </>
    )
  })
}

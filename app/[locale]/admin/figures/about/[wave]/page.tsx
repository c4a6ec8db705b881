import { WaveForm } from '@/components/admin/figures/wave-form'
import { describeWaveAction } from '../../../figures-actions'
import { guarded } from '../../../guarded'
import { adminMetadata } from '../../../titles'
import { readManagedWave } from '@/lib/db/waves/managed-waves'
import { NoWave } from '../../no-wave'

export const generateMetadata = async () => adminMetadata('waveAbout')

/** What is said of a wave; `new` stands for one that is not there yet. */
export default async function AboutWavePage({ params }: PageProps<'/[locale]/admin/figures/about/[wave]'>) {
  const { locale, wave: id } = await params
  const show: Parameters<typeof guarded>[2] = async (_entered, { database }) => {
    if (id === 'new') {
      return <WaveForm wave={null} sources={[]} action={describeWaveAction.bind(null, locale, null)} />
    }
    const found = await readManagedWave(database, id)
    const said = found?.draft?.draft ?? found?.document ?? null
    if (said === null) return <NoWave />
    const action = describeWaveAction.bind(null, locale, id)
    return <WaveForm wave={said.wave} sources={said.sources} action={action} />
  }
  return guarded('waveAbout', locale, show, `/${id}`)
}

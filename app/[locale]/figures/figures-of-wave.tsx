import { DatasetScript } from '@/components/figures/dataset-script'
import { FiguresUnavailable } from '@/components/figures/figures-unavailable'
import { NationalFigures } from '@/components/figures/national-figures'
import type { ReadFigures } from '@/lib/db/waves/figures'
import { readSettings } from '@/lib/env'
import { DatabaseError } from '@/lib/errors'
import { setResponseStatus } from '@/lib/http/response-status'
import type { Locale } from '@/lib/i18n/locales'
import { loadDataset } from '../load-dataset'

interface Props {
  readonly locale: Locale
  /** null: the page is that of whichever wave is the current one. */
  readonly waveId: string | null
  readonly loaded: ReadFigures | DatabaseError
}

/** All figures of a wave, and what programs find of them. */
export async function FiguresOfWave({ locale, waveId, loaded }: Props) {
  if (loaded instanceof DatabaseError) {
    setResponseStatus(503)
    return <FiguresUnavailable failure={loaded.failure} route="figures" />
  }
  const dataset = await loadDataset(locale, waveId)
  return (
    <>
      <NationalFigures
        {...loaded}
        place={{ waveId, fragment: null }}
        origin={readSettings().publicUrl ?? null}
      />
      {dataset && <DatasetScript files={dataset} />}
    </>
  )
}

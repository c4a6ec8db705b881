import { Wave } from '@/components/admin/figures/wave'
import { isFresh } from '@/lib/auth/session-limits'
import { publishAction, bringBackAction, forgetDraftAction } from '../../../figures-actions'
import { leaveOutLineAction, readFileAction } from '../../../draft-actions'
import { guarded } from '../../../guarded'
import { adminMetadata } from '../../../titles'
import { readManagedWave } from '@/lib/db/waves/managed-waves'
import { NoWave } from '../../no-wave'

export const generateMetadata = async () => adminMetadata('wave')

/** One wave, to prepare and publish its figures. */
export default async function WavePage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/figures/wave/[wave]'>) {
  const { locale, wave: id } = await params
  const isPublishedNow = 'done' in (await searchParams)
  const show: Parameters<typeof guarded>[2] = async ({ session }, { database }) => {
    const found = await readManagedWave(database, id)
    const wave = found?.draft?.draft.wave ?? found?.document?.wave
    if (found === null || wave === undefined) return <NoWave />
    const { document, draft, states, figuresRevision } = found
    return (
      <Wave
        wave={wave}
        document={document}
        draft={draft?.draft ?? null}
        states={states}
        isFresh={isFresh(session, new Date())}
        isPublishedNow={isPublishedNow}
        actions={{
          readFile: readFileAction.bind(null, locale, id),
          publish: publishAction.bind(null, locale, id, draft?.revision ?? 0, figuresRevision),
          forget: forgetDraftAction.bind(null, locale, id),
          leaveOut: (line, column) => leaveOutLineAction.bind(null, id, line, column),
          bringBack: (number) => bringBackAction.bind(null, locale, id, number, figuresRevision),
        }}
      />
    )
  }
  return guarded('wave', locale, show, `/${id}`)
}

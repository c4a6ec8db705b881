import type { Database } from '@/lib/db/engine/client'
import { publishDraft } from '@/lib/db/waves/change-wave'
import { changeDraft } from '@/lib/db/waves/drafts'
import { findWaveDocument } from '@/lib/db/waves/wave-states'
import { draftOfDocument, withFigure, type WaveDraft } from '@/lib/import/wave-draft'
import { projectWaveId } from '../project-wave'
import { draftWaveId, earlierWaveId } from './admin-addresses'
import { refusedLine } from '../import/records'

const owner = (auditKey: string) => ({ actor: 'owner-of-waves', auditKey, now: new Date() })
const reason = { fr: 'Pour le test.', en: 'For the test.' }

/** The draft with another share of those who use any tool. */
function changed(draft: WaveDraft, sharePercent: number): WaveDraft {
  const figure = draft.figures.find(({ code }) => code === 'usage.any')
  if (figure === undefined) throw new Error('the wave has no such figure')
  return withFigure(draft, { ...figure, sharePercent })
}

/** Makes a wave with two states, a draft that can be published, and a draft of a new wave with a line that is refused. */
export async function makeWaves(database: Database, auditKey: string): Promise<void> {
  const document = await database.run(async (client) => findWaveDocument(client, projectWaveId, 1))
  if (document === null) throw new Error('the project has no wave')
  const draftOf = (id: string) => draftOfDocument({ ...document, wave: { ...document.wave, id } })
  for (const [figuresRevision, share] of [47, 46].entries()) {
    await changeDraft(database, earlierWaveId, () => changed(draftOf(earlierWaveId), share))
    const looked = {
      waveId: earlierWaveId,
      revision: 1,
      figuresRevision,
      kind: 'correction',
      reason,
    } as const
    await publishDraft(database, { ...owner(auditKey), ...looked })
  }
  await changeDraft(database, projectWaveId, () => changed(draftOf(projectWaveId), 49))
  await changeDraft(database, draftWaveId, () => ({ ...draftOf(draftWaveId), refused: [refusedLine] }))
}

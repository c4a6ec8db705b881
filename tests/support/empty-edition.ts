import { projectWaveId } from '@/tests/support/project-wave'
import type { Edition } from '@/lib/db/edition-row'
import { instrumentVersion } from '@/lib/instrument/versions'

/** An edition of which nothing is shown, of made-up responses. */
export const emptyEdition: Edition = {
  waveId: projectWaveId,
  id: 'demo-1',
  isDemo: true,
  number: 1,
  madeOn: '2026-11-23',
  lastWeek: '2026-W47',
  instrumentVersion,
  smallestGroup: 11,
  scheme: { tools: [] },
  contributionCount: 100,
  recordCount: 0,
  withoutAgeCount: 0,
  waitingCount: 100,
  withdrawnCount: 0,
  tables: [],
  fileRemovedOn: null,
}

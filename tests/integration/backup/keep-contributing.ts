// Contributes as fast as it can until it is killed, and says so once some are stored: for backup-under-writes.test.ts.
import { projectWaveId } from '@/tests/support/project-wave'
import { appDatabase } from '@/lib/db/engine/client'
import { storeResponse } from '@/lib/db/responses'

for (let person = 0; ; person += 1) {
  await storeResponse(appDatabase, {
    waveId: projectWaveId,
    instrumentVersion: '2025-12',
    consentVersion: '2026-11',
    answers: { ageBand: 'from35' },
    week: '2026-W46',
    receiptHash: String(person).padStart(64, 'b'),
  })
  if (person % 10 === 0) process.stdout.write(`${person}\n`)
}

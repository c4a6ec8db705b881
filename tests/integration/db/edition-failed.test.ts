import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { projectWaveId } from '@/tests/support/project-wave'
import { streamAudit } from '@/lib/db/read-audit'
import { seedFigures } from '@/lib/db/waves/seed'
import { collect } from '@/tests/support/audit-chain'
import { sharedSecrets } from '@/tests/support/contributor'
import { freshDatabase } from './databases'
import { runProjectScript } from './processes'

it('a day’s work in publishing that fails is recorded', async () => {
  const database = await freshDatabase()
  await seedFigures(database)
  // No folder can be made where a file is.
  const blocked = path.join(database.folder, 'blocked')
  await writeFile(blocked, '')
  const variables = { ...sharedSecrets, MIROIR_DATA_DIR: blocked }
  const work = runProjectScript('server/make-editions', database.url, { variables })
  await expect(work).rejects.toMatchObject({ code: 1 })
  expect(await collect(streamAudit(database))).toMatchObject([
    { actor: 'system', action: 'editionFailed', subject: projectWaveId, outcome: 'failed', details: '{}' },
  ])
})

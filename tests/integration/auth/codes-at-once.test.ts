import { expect, it } from 'vitest'
import { confirmRecoveryCodes, renewRecoveryCodes } from '@/lib/auth/new-recovery-codes'
import { beginTotpSetup, confirmTotpSetup } from '@/lib/auth/second-factor-setup'
import { findRecoveryCodeHashes } from '@/lib/db/admin/recovery-codes'
import { kind, otherProgram } from '../db/databases'
import { codeOf, expectOk, firstOwner, freshArea, type Area, type Person } from './area'

const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`

/** Begins something while the last recovery code of somebody is being used, which ends once that waits for it. Returns the code's hash. */
async function whileLastIsUsed(
  { database }: Area,
  { id: userId }: Person,
  begin: () => Promise<{ readonly ok: boolean }>,
): Promise<string> {
  const monitor = await otherProgram(database)
  const hashes = await findRecoveryCodeHashes(database, userId)
  const begun: Promise<{ readonly ok: boolean }>[] = []
  await database.run(async (client) =>
    client.$transaction(async (transaction) => {
      const backupCodes = JSON.stringify(hashes.slice(0, -1))
      await transaction.adminSecondFactor.updateMany({ where: { userId }, data: { backupCodes } })
      begun.push(begin())
      // On SQLite nothing else of the process begins before this transaction ends.
      const isWaited = async () => kind === 'sqlite' || (await monitor.query(waiting)).length > 0
      while (!(await isWaited()));
    }),
  )
  for (const each of begun) expectOk(await each)
  return hashes.at(-1) ?? expect.fail('without codes')
}

it('a recovery code that is used while others are added, kept or set up anew does not come back', async () => {
  const area = await freshArea()
  const owner = await firstOwner(area)
  const { request } = owner.browser
  const left = async () => findRecoveryCodeHashes(area.database, owner.id)

  const added = await whileLastIsUsed(area, owner, async () => renewRecoveryCodes(request))
  expect(await left()).toHaveLength(19)
  expect(await left()).not.toContain(added)

  const kept = await whileLastIsUsed(area, owner, async () => confirmRecoveryCodes(request))
  expect(await left()).toHaveLength(9)
  expect(await left()).not.toContain(kept)

  const { secret } = expectOk(await beginTotpSetup(request))
  const code = await codeOf(secret)
  const anew = await whileLastIsUsed(area, owner, async () => confirmTotpSetup(request, { code }))
  expect(await left()).toHaveLength(18)
  expect(await left()).not.toContain(anew)
})

import type { Database } from '@/lib/db/engine/client'

/** How many wrong ones in a row, within how long, refuse everything for how long. */
const attemptLimit = { attempts: 5, minutes: 15, lockMinutes: 15 } as const

const minuteMilliseconds = 60_000

/** Whether a try may be looked at. `locked`: not, as the first one since it is locked; `stillLocked`: as a later one. */
export type Admission = 'admitted' | 'locked' | 'stillLocked'

/**
 * Counts a try before it is looked at, so that tries at the same moment cannot all be looked at. Returns whether it may
 * be. Tries are counted from the first one since the last right one, for 15 minutes. Throws DatabaseError.
 */
export async function beginAttempt(database: Database, keyHash: string, now: Date): Promise<Admission> {
  const windowStart = new Date(now.getTime() - attemptLimit.minutes * minuteMilliseconds)
  return database.run(async (client) => {
    await client.adminAttempt.deleteMany({
      where: {
        keyHash,
        OR: [{ lockedUntil: { lte: now } }, { lockedUntil: null, startedAt: { lte: windowStart } }],
      },
    })
    const { count, lockedUntil } = await client.adminAttempt.upsert({
      where: { keyHash },
      create: { keyHash, count: 1, startedAt: now },
      update: { count: { increment: 1 } },
      select: { count: true, lockedUntil: true },
    })
    if (lockedUntil === null && count <= attemptLimit.attempts) return 'admitted'
    return count === attemptLimit.attempts + 1 ? 'locked' : 'stillLocked'
  })
}

/** What to do with a try that was wrong: the fifth one locks. Throws DatabaseError. */
export async function failAttempt(database: Database, keyHash: string, now: Date): Promise<void> {
  const lockedUntil = new Date(now.getTime() + attemptLimit.lockMinutes * minuteMilliseconds)
  await database.run(async (client) =>
    client.adminAttempt.updateMany({
      where: { keyHash, count: { gte: attemptLimit.attempts }, lockedUntil: null },
      data: { lockedUntil },
    }),
  )
}

/** What to do with a try that was right: forgets the wrong ones before it. Throws DatabaseError. */
export async function clearAttempts(database: Database, keyHashes: readonly string[]): Promise<void> {
  await database.run(async (client) =>
    client.adminAttempt.deleteMany({ where: { keyHash: { in: [...keyHashes] } } }),
  )
}

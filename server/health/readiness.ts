import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase } from '@/lib/db/engine/client'
import { isDatabaseUpToDate } from '@/lib/db/health'
import type { Settings } from '@/lib/env'
import { readSecret, secretNames } from '@/lib/keys/secrets'
import { isStopping } from '../stopping'
import { leastFreeBytes, scarcestSpace } from './disk-space'

/** How long a check may take, in milliseconds: a database that hangs is none. */
const patienceMs = 1500

/** For how long an answer holds, in milliseconds: asking more often costs nothing more. */
const holdsMs = 1000

/** What has to be there for the site to do its work, each with whether it is. */
export type Readiness = Readonly<Record<'process' | 'build' | 'database' | 'secrets' | 'disk', boolean>>

async function isTrue(check: () => Promise<boolean>): Promise<boolean> {
  const patience = new AbortController()
  try {
    return await Promise.race([check(), wait(patienceMs, false, { signal: patience.signal, ref: false })])
  } catch {
    return false
  } finally {
    patience.abort()
  }
}

async function checkAll(settings: Settings, build: boolean): Promise<Readiness> {
  const [database, secrets, disk] = await Promise.all([
    isTrue(async () => isDatabaseUpToDate(openDatabase(settings.databaseUrl))),
    isTrue(async () => {
      await Promise.resolve()
      return secretNames.every((name) => readSecret(settings, name) !== '')
    }),
    isTrue(async () => (await scarcestSpace(settings)).freeBytes >= leastFreeBytes),
  ])
  return { process: !isStopping(), build, database, secrets, disk }
}

/** Checks what the site needs, once a second at most. */
export function createReadiness(
  settings: Settings,
  isBuildThere: () => boolean,
  now: () => number = () => performance.now(),
): () => Promise<Readiness> {
  let last: { readonly at: number; readonly readiness: Promise<Readiness> } | null = null
  return async () => {
    if (last === null || now() - last.at >= holdsMs)
      last = { at: now(), readiness: checkAll(settings, isBuildThere()) }
    return { ...(await last.readiness), process: !isStopping() }
  }
}

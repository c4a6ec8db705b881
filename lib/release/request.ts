import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import type { Database } from '@/lib/db/engine/client'
import { beginRelease, endRelease, type ReleaseRequest } from '@/lib/db/releases'

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Eight letters and digits that are not mistaken for one another. */
function newReleaseId(): string {
  return Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')
}

/**
 * Begins to prepare a release in a process of its own, at the moment `now`. Returns its id; null where another one of the wave
 * is being prepared. Throws DatabaseError.
 */
export async function requestRelease(
  database: Database,
  request: Omit<ReleaseRequest, 'id'>,
  now: Date,
): Promise<string | null> {
  const id = newReleaseId()
  if (!(await beginRelease(database, { ...request, id }, now))) return null
  startPreparation(id)
  return id
}

/**
 * What prepares a release is a process of its own: it computes for minutes, and the site goes on answering. It is not waited
 * for: it tells in the database how far it is, and looks there whether it is still wanted.
 */
function startPreparation(id: string): void {
  const program = ['--import', 'tsx', 'server/prepare-release.ts', id]
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'inherit', 'inherit'] })
  // One that cannot even start gives no sign of life, and is given up.
  child.on('error', () => undefined)
  child.unref()
}

/**
 * Ends a preparation that is going on, and returns whether it was. What does it looks each second, and stops at its next page or
 * piece. Throws DatabaseError.
 */
export async function cancelRelease(database: Database, id: string): Promise<boolean> {
  return endRelease(database, id, 'cancelled')
}

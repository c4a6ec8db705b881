import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Settings } from '@/lib/env'

const schema = z.object({ at: z.iso.datetime() })

/** The file in the data folder that says when the last backup was made, once one was checked. */
export const lastBackupFile = ({ dataDir }: Pick<Settings, 'dataDir'>): string =>
  path.join(dataDir, 'last-backup.json')

/** When the last backup was made; null where none is known: the file is missing, or cannot be read. */
export function readLastBackup(settings: Pick<Settings, 'dataDir'>): Date | null {
  try {
    return new Date(schema.parse(JSON.parse(readFileSync(lastBackupFile(settings), 'utf8'))).at)
  } catch {
    return null
  }
}

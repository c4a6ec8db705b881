import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Settings } from '@/lib/env'

const schema = z.object({ at: z.iso.datetime() })

/** When a backup was last made from a data folder, in milliseconds since 1970; null where none is known. */
export function lastBackupMs({ dataDir }: Pick<Settings, 'dataDir'>): number | null {
  try {
    const { at } = schema.parse(JSON.parse(readFileSync(path.join(dataDir, 'last-backup.json'), 'utf8')))
    return Date.parse(at)
  } catch {
    return null
  }
}

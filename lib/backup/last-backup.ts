import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Settings } from '@/lib/env'
import { giveToOwnerOfFolder } from './replace-files'

const fileOf = ({ dataDir }: Pick<Settings, 'dataDir'>) => path.join(dataDir, 'last-backup.json')

const schema = z.object({ at: z.iso.datetime() })

/** Stores when the last backup was made, for monitoring. A site whose secrets are set may have no data folder. */
export function noteLastBackup(settings: Pick<Settings, 'dataDir'>, at: Date): void {
  if (!existsSync(settings.dataDir)) return
  const file = fileOf(settings)
  writeFileSync(`${file}.new`, `${JSON.stringify({ at: at.toISOString() })}\n`, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  giveToOwnerOfFolder(file)
}

/** When the last backup was made; null where none is known. */
export function readLastBackup(settings: Pick<Settings, 'dataDir'>): Date | null {
  try {
    return new Date(schema.parse(JSON.parse(readFileSync(fileOf(settings), 'utf8'))).at)
  } catch {
    return null
  }
}

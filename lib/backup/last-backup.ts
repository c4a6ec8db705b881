import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Settings } from '@/lib/env'
import { giveToOwnerOfFolder } from '@/lib/give-to-owner'

const fileOf = ({ dataDir }: Pick<Settings, 'dataDir'>) => path.join(dataDir, 'last-backup.json')

const schema = z.object({ at: z.iso.datetime() })

/** Stores when the last backup was made, for monitoring. A site whose secrets are set may have no data folder. */
export function noteLastBackup(settings: Pick<Settings, 'dataDir'>, at: Date): void {
  if (!existsSync(settings.dataDir)) return
  const file = fileOf(settings)
  const next = `${file}.new`
  // Never through a link that is there: the folder is the site's, and who makes a backup may be root.
  rmSync(next, { force: true })
  const text = `${JSON.stringify({ at: at.toISOString() })}\n`
  writeFileSync(next, text, { mode: 0o600, flag: 'wx', flush: true })
  renameSync(next, file)
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

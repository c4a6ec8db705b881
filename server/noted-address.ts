import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Settings } from '@/lib/env'
import { kindOfError, log } from '@/lib/log'

type DataFolder = Pick<Settings, 'dataDir'>

const fileOf = ({ dataDir }: DataFolder) => path.join(dataDir, 'server.json')

/** Where a server of this machine said that it is reached. */
const schema = z.object({ url: z.url(), processId: z.int() })

/** Notes where this server is reached on its own machine, for the scripts of the operator, as long as it runs. */
export function noteAddress(settings: DataFolder, url: string): void {
  const file = fileOf(settings)
  try {
    writeFileSync(file, `${JSON.stringify({ url, processId: process.pid })}\n`, { mode: 0o600 })
  } catch (error) {
    log.warn(kindOfError(error), 'where the server is reached could not be noted')
    return
  }
  process.once('exit', () => {
    if (readNotedAddress(settings)?.processId === process.pid) rmSync(file, { force: true })
  })
}

/** What a server noted, which may have ended since; null where none did. */
export function readNotedAddress(settings: DataFolder): z.infer<typeof schema> | null {
  try {
    return schema.parse(JSON.parse(readFileSync(fileOf(settings), 'utf8')))
  } catch {
    return null
  }
}

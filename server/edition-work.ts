import { spawn } from 'node:child_process'
import { environmentWith, type Settings } from '@/lib/env'

/** V8 would else leave a million parsed responses uncollected for long: what is needed at a time is little. */
const littleMemory = ['--max-old-space-size=192', '--max-semi-space-size=8']

/** Does the day's work in publishing in a process of its own. Returns whether it could be done; that process logs what kept it from it. */
export async function runEditionWork({ databaseUrl, dataDir }: Settings): Promise<boolean> {
  const program = [...littleMemory, '--import', 'tsx', 'server/make-editions.ts']
  const child = spawn(process.execPath, program, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: environmentWith({ DATABASE_URL: databaseUrl, MIROIR_DATA_DIR: dataDir }),
  })
  return new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}

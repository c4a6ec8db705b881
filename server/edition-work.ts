import { spawn } from 'node:child_process'

/** Does the day's work in publishing in a process of its own. Returns whether it could be done; that process logs what kept it from it. */
export async function runEditionWork(): Promise<boolean> {
  const program = ['--import', 'tsx', 'server/make-editions.ts']
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}

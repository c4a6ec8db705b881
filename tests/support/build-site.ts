import { spawnSync } from 'node:child_process'

/** The browser tests run against the site as it is served: built once, before they start. */
export default function buildSite(): void {
  const program = ['scripts/launch.mjs', 'scripts/build', '--if-changed']
  const { status } = spawnSync(process.execPath, program, { stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) throw new Error('the site could not be built')
}

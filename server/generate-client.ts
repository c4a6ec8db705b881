import { spawnSync } from 'node:child_process'
import path from 'node:path'

/**
 * Makes the database client of the project under `root`, unless it was made from the schemas that are there. Returns whether it
 * is there; the script has said why not. Whatever imports the client can be imported afterwards only.
 */
export function generateClient(root: string): boolean {
  const script = path.join(root, 'scripts', 'generate-client.mjs')
  return spawnSync(process.execPath, [script], { stdio: 'inherit' }).status === 0
}

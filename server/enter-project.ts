import { realpathSync } from 'node:fs'
import path from 'node:path'
import { register } from 'tsx/esm/api'

/**
 * Makes the project's folder the present one, wherever the program was started: it reads and writes beside its sources, and
 * imports that begin with `@/` are found from there. Only what is imported afterwards may begin so.
 */
export function enterProject(): void {
  const root = realpathSync(path.join(import.meta.dirname, '..'))
  if (realpathSync(process.cwd()) === root) return
  process.chdir(root)
  register({ tsconfig: path.join(root, 'tsconfig.json') })
}

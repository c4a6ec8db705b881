import { existsSync } from 'node:fs'
import path from 'node:path'

/** The programs that the server starts. */
type Program = 'make-editions' | 'rewrite-database'

/** The arguments with which Node runs a program of the server: of the same bundle as this process, else as it would be launched. */
export function programArguments(program: Program): readonly string[] {
  const running = process.argv[1] ?? ''
  const beside = path.join(path.dirname(running), '..', 'server', `${program}.js`)
  return existsSync(beside) ? [beside] : ['scripts/launch.mjs', `server/${program}`]
}

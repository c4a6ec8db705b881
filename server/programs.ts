import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { environmentWith } from '@/lib/env'
import { isStopping } from './stopping'

/** The programs that the server starts. */
type Program = 'make-editions' | 'rewrite-database'

interface ProgramOptions {
  /** For Node itself. */
  readonly flags?: readonly string[]
  readonly variables: Readonly<Record<string, string>>
}

const running = new Set<ChildProcess>()

/** Of the same bundle as this process, else as it would be launched. */
function argumentsOf(program: Program): readonly string[] {
  const beside = path.join(path.dirname(process.argv[1] ?? ''), '..', 'server', `${program}.js`)
  return existsSync(beside) ? [beside] : ['scripts/launch.mjs', `server/${program}`]
}

/** Runs a program in a process of its own, which logs what kept it from its work. Returns whether it ended well. A process that ends begins none. */
export async function runProgram(
  program: Program,
  { flags = [], variables }: ProgramOptions,
): Promise<boolean> {
  if (isStopping()) return false
  const child = spawn(process.execPath, [...flags, ...argumentsOf(program)], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: environmentWith(variables),
  })
  running.add(child)
  try {
    const [code] = (await once(child, 'exit')) as [number | null]
    return code === 0
  } catch {
    return false
  } finally {
    running.delete(child)
  }
}

/** Stops the programs that run, and waits for their end. What they did by halves is taken back, and done again by the next daily work. */
export async function stopPrograms(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    }),
  )
}

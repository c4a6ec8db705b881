import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { templateDatabase } from './template-database'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface RunningSite {
  readonly url: string
  readonly pid: number
  /** The folder that holds what the site stores. */
  readonly dataDir: string
  /** Everything that the site has printed. */
  readonly output: () => string
  /** Closes the reading end of what the site prints, as when the program that reads it ends. */
  readonly stopReading: () => void
  /** Ends the site as a power cut would. */
  readonly kill: () => void
  /** Asks the site to end, and gives the code with which it does. */
  readonly terminate: (signal?: NodeJS.Signals) => Promise<number | null>
  readonly stop: () => Promise<void>
}

export interface StartResult {
  readonly exitCode: number | null
  readonly output: string
}

function startProcess(
  variables: Record<string, string>,
  { from = root, project = root }: Pick<StartOptions, 'from' | 'project'> = {},
): { child: ChildProcess; output: () => string } {
  const options: SpawnOptions = {
    cwd: from,
    env: { ...process.env, DATABASE_URL: '', MIROIR_SESSION_SECRET: '', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  }
  const child: ChildProcess = spawn(
    process.execPath,
    [path.join(project, 'scripts/launch.mjs'), 'server/serve'],
    options,
  )
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
  }
  return { child, output: () => printed }
}

const exited = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
    else child.once('exit', resolve)
  })

interface StartOptions {
  /** Where it is started from, by default its own folder. */
  readonly from?: string
  /** The folder of the project that is started: this one by default. */
  readonly project?: string
  /** Whether it finds nothing in its data folder, and nobody has said who operates it. */
  readonly isEmpty?: boolean
}

/** A data folder of its own: that of a site that is open, copied instead of made anew, or an empty one. */
async function newDataFolder(isEmpty: boolean): Promise<string> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'miroir-site-'))
  if (!isEmpty) copyFileSync(await templateDatabase('site'), path.join(dataDir, 'miroir.db'))
  return dataDir
}

/**
 * Starts the site as `npm start` does, on a free port, and waits for its address. A data folder or a database that `variables`
 * name are taken as they are.
 */
export async function startSite(
  variables: Record<string, string> = {},
  { isEmpty = variables['DATABASE_URL'] !== undefined, ...options }: StartOptions = {},
): Promise<RunningSite> {
  const dataDir = variables['MIROIR_DATA_DIR'] ?? (await newDataFolder(isEmpty))
  const { child, output } = startProcess({ PORT: '0', MIROIR_DATA_DIR: dataDir, ...variables }, options)
  const url = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const address = /Miroir is at (http:\/\/localhost:\d+)/.exec(output())?.[1]
      if (address) resolve(address)
    }
    child.stdout?.on('data', look)
    child.once('exit', () => reject(new Error(`the site did not start:\n${output()}`)))
  })
  return {
    url,
    pid: child.pid ?? 0,
    dataDir,
    output,
    stopReading: () => {
      child.stdout?.destroy()
      child.stderr?.destroy()
    },
    kill: () => child.kill('SIGKILL'),
    terminate: async (signal = 'SIGTERM') => {
      child.kill(signal)
      return exited(child)
    },
    stop: async () => {
      child.kill('SIGTERM')
      await exited(child)
      if (variables['MIROIR_DATA_DIR'] === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Starts the site where it cannot start, and says how it ended. */
export async function startSiteThatFails(
  variables: Record<string, string>,
  { project }: Pick<StartOptions, 'project'> = {},
): Promise<StartResult> {
  const { child, output } = startProcess(variables, project === undefined ? {} : { project })
  return { exitCode: await exited(child), output: output() }
}

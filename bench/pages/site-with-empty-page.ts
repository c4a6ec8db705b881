import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '@/lib/db/engine/client'
import { nameOperator } from '@/tests/support/named-operator'
import { addedFiles } from './added-files'
import { linkTree } from './link-tree'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What a build does not need, or makes itself. */
const leftOut = new Set([
  '.builds',
  '.git',
  '.next',
  'bench',
  'data',
  'node_modules',
  'playwright-report',
  'test-results',
])

/** A data folder of its own, and room for as many forms as a measurement sends. */
const settings = {
  PORT: '0',
  MIROIR_DATA_DIR: 'data',
  DATABASE_URL: '',
  MIROIR_SESSION_SECRET: '',
  MIROIR_CONTRIBUTIONS_PER_HOUR: '1000000',
  MIROIR_CONTRIBUTION_MINIMUM_SECONDS: '0',
}

export interface MeasuredSite {
  readonly url: string
  /** Addresses of the two pages that are compared, both of the same build. */
  readonly questionnaire: string
  readonly empty: string
  readonly pid: number
  /** Where its copy of the project is. */
  readonly folder: string
  readonly stop: () => Promise<void>
}

/** The project as it stands, and pages to compare with, in a folder of its own: no such page is ever part of the product. */
function copyProject(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'miroir-bench-'))
  cpSync(root, copy, {
    recursive: true,
    filter: (source) => {
      const name = path.relative(root, source)
      return !leftOut.has(name) && !name.startsWith('.build-')
    },
  })
  linkTree(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
  for (const [file, source] of Object.entries(addedFiles)) {
    mkdirSync(path.join(copy, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(copy, file), source)
  }
  return copy
}

async function addressOf(child: ChildProcess): Promise<string> {
  let printed = ''
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        printed += text
        const address = /Miroir is at (http:\/\/localhost:\d+)/.exec(printed)?.[1]
        if (address) resolve(address)
      })
    }
    child.once('exit', () => reject(new Error(`the site did not start:\n${printed}`)))
  })
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = new Promise((resolve) => {
    child.once('exit', resolve)
  })
  child.kill('SIGTERM')
  await exit
}

/** Builds and starts a copy of the site that has an empty page too, as `npm start` does, on a free port. It takes contributions. */
export async function startSiteWithEmptyPage(): Promise<MeasuredSite> {
  const copy = copyProject()
  const child = spawn(process.execPath, ['scripts/launch.mjs', 'server/serve'], {
    cwd: copy,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const tellEnd = (code: number | null, signal: string | null) => {
    console.error(`The site has ended by itself: ${signal ?? code}.`)
  }
  child.once('exit', tellEnd)
  const stop = async () => {
    child.off('exit', tellEnd)
    await stopped(child)
    rmSync(copy, { recursive: true, force: true })
  }
  try {
    const url = await addressOf(child)
    const database = openDatabase(`file:${path.join(copy, 'data', 'miroir.db')}`)
    await nameOperator(database)
    await database.close()
    const pages = { questionnaire: `${url}/fr/questionnaire`, empty: `${url}/fr/empty` }
    return { url, ...pages, pid: child.pid ?? 0, folder: copy, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

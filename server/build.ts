import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { environmentWith, readSettings } from '@/lib/env'
import { awaitBuildLock } from './build-lock'
import { isUsed, removeUnusedBuilds } from './builds-in-use'
import { precompress } from './precompress'

/** What a build is made from. A change to anything else needs no new build. */
const sources = [
  'app',
  'components',
  'lib',
  'messages',
  'prisma/data',
  'public',
  // What is done to the framework's build.
  'server/built-answers.ts',
  'server/encodings.ts',
  'server/precompress.ts',
  'next.config.ts',
  // It names the supported browsers.
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

/** What the framework leaves beside its build, for the next one. */
const leftOut = new Set(['cache', 'dev', 'lock', 'trace', 'trace-build', 'types'])

function filesUnder(entry: string): string[] {
  if (!existsSync(entry)) return []
  if (statSync(entry).isFile()) return [entry]
  return readdirSync(entry)
    .toSorted()
    .flatMap((name) => filesUnder(path.join(entry, name)))
}

/** A fingerprint of the contents of everything that a build is made from, under `root`. */
export function fingerprint(root: string): string {
  // Prerendered pages name the public address.
  const hash = createHash('sha256').update(JSON.stringify([process.version, readSettings().publicUrl]))
  for (const file of sources.flatMap((source) => filesUnder(path.join(root, source)))) {
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/**
 * Where the build is, or would be, that was made from what is there now under `root`. As deep as the framework's own folder, whose
 * files name others by the way to them. A folder is there once the build is whole, and does not change any more.
 */
export const buildFolder = (root: string): string =>
  path.join(root, `.build-${fingerprint(root).slice(0, 16)}`)

/** The framework's builder ends when its standard input does, which is when this process has ended, however it did. */
async function runBuilder(root: string): Promise<boolean> {
  const child = spawn(process.execPath, [path.join('scripts', 'framework-build.mjs')], {
    cwd: root,
    stdio: ['pipe', 'inherit', 'inherit'],
    env: environmentWith({ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }),
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code === 0
}

/** Puts a build in its place. One that is served was made of the same, and stays. */
function place(making: string, folder: string): void {
  if (isUsed(folder)) {
    rmSync(making, { recursive: true })
    return
  }
  rmSync(folder, { recursive: true, force: true })
  renameSync(making, folder)
}

/** How the framework was configured for a build, as it reads it, with the folder where the build is. */
export function frameworkConfig(folder: string): string {
  const file = path.join(folder, 'required-server-files.json')
  const { config } = JSON.parse(readFileSync(file, 'utf8')) as { readonly config: object }
  return JSON.stringify({ ...config, distDir: path.basename(folder) })
}

/**
 * Builds the site in a folder of its own: a site that runs goes on with the one that it began with. One process builds at a time.
 * Returns the folder; null where it could not be built: the build itself has said why.
 */
export async function build(
  root: string,
  { isForced }: { readonly isForced: boolean },
): Promise<string | null> {
  const unlock = await awaitBuildLock(root)
  try {
    const folder = buildFolder(root)
    if (existsSync(folder) && !isForced) return folder
    if (!(await runBuilder(root))) return null
    const making = path.join(root, `.build-making-${process.pid}`)
    const made = path.join(root, '.next')
    rmSync(making, { recursive: true, force: true })
    const isPart = (file: string) => !leftOut.has(path.relative(made, file))
    cpSync(made, making, { recursive: true, verbatimSymlinks: true, filter: isPart })
    await precompress(making)
    place(making, folder)
    removeUnusedBuilds(root, folder)
    return folder
  } finally {
    unlock()
  }
}

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { environmentWith, readSettings } from '@/lib/env'
import { precompress, servedFolder } from './precompress'

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

const markFile = (root: string) => path.join(root, '.next', 'built-from')

/** Whether the build under `root` was made from what is there now. */
export function isBuildFresh(root: string): boolean {
  const isThere = existsSync(markFile(root)) && existsSync(servedFolder(root))
  return isThere && readFileSync(markFile(root), 'utf8') === fingerprint(root)
}

/** Builds the site. Returns whether it could be built; the build itself has said why not. */
export async function build(root: string): Promise<boolean> {
  const mark = fingerprint(root)
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const { status } = spawnSync(process.execPath, [next, 'build'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: environmentWith({ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }),
  })
  if (status !== 0) return false
  await precompress(root)
  writeFileSync(markFile(root), mark)
  return true
}

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What can be launched: the server, what it starts, and the scripts of those who run a site. */
const programs = [
  'server/serve',
  'server/serve-dev',
  'server/make-editions',
  'server/rewrite-database',
  'scripts/admin-create',
  'scripts/audit-verify',
  'scripts/backup',
  'scripts/backup-verify',
  'scripts/build',
  'scripts/db-copy',
  'scripts/db-migrate',
  'scripts/db-purge',
  'scripts/db-seed',
  'scripts/demo/main',
  'scripts/doctor/main',
  'scripts/figures-import',
  'scripts/restore',
]

/** The database clients are made from these, before anything can be bundled. */
const schemas = ['prisma/schema.prisma', 'prisma/postgresql.prisma']

/** How many bundles stay: a site that runs starts programs from its own. */
const keptCount = 5

const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex')

/** Where the bundles of the project under `root` are. */
export const bundlesFolder = (root) => join(root, '.builds', 'programs')

const currentFile = (root) => join(bundlesFolder(root), 'current.json')

/** The folder of the bundle that was made from the sources as they are; null where there is none. */
export function findBundle(root) {
  if (!existsSync(currentFile(root))) return null
  const { id, inputs } = JSON.parse(readFileSync(currentFile(root), 'utf8'))
  const isAsItWas = ([file, hash]) =>
    existsSync(join(root, file)) && hashOf(readFileSync(join(root, file))) === hash
  const folder = join(bundlesFolder(root), id)
  return existsSync(folder) && Object.entries(inputs).every(isAsItWas) ? folder : null
}

function removeOldBundles(root, id) {
  const folders = readdirSync(bundlesFolder(root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== id)
    .map(({ name }) => join(bundlesFolder(root), name))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const folder of folders.slice(keptCount - 1)) rmSync(folder, { recursive: true, force: true })
}

/** Another process may have made the same meanwhile. */
function putInPlace(making, folder) {
  try {
    renameSync(making, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  }
}

/**
 * Bundles the programs, in a folder of their own, which is switched to when it is whole. Packages stay where they are. Returns the
 * folder, null where it could not be done: why was said.
 */
export async function bundle(root) {
  const generator = spawnSync(process.execPath, [join(root, 'scripts/generate-client.mjs')], {
    stdio: 'inherit',
  })
  if (generator.status !== 0) return null
  const { buildSync } = await import('esbuild')
  const making = join(bundlesFolder(root), `making-${process.pid}`)
  try {
    const { metafile } = buildSync({
      absWorkingDir: root,
      entryPoints: programs.map((program) => `${program}.ts`),
      outdir: making,
      outbase: root,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      metafile: true,
      logLevel: 'error',
    })
    const files = [...Object.keys(metafile.inputs), ...schemas].toSorted()
    const inputs = Object.fromEntries(files.map((file) => [file, hashOf(readFileSync(join(root, file)))]))
    const id = hashOf(JSON.stringify(inputs)).slice(0, 16)
    const folder = join(bundlesFolder(root), id)
    putInPlace(making, folder)
    const next = `${currentFile(root)}.${process.pid}`
    writeFileSync(next, JSON.stringify({ id, inputs }))
    renameSync(next, currentFile(root))
    removeOldBundles(root, id)
    return folder
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}

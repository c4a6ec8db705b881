// Writes the Prisma client into lib/db/generated. Runs after every `npm ci`, before any TypeScript can.
//
// The client's generator is WebAssembly, yet `prisma generate` first looks for a native schema engine, and
// downloads one unless it is told where one is. It only checks that the file exists: Node itself will do.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const root = dirname(import.meta.dirname)
const prismaCli = join(
  dirname(createRequire(import.meta.url).resolve('prisma/package.json')),
  'build/index.js',
)

// Run from the schema's folder, where no prisma.config.ts is found: writing code needs no setting, and a bad
// DATABASE_URL must not keep anyone from installing. CHECKPOINT_DISABLE: Prisma reports each run to its maker.
const { status, stdout, stderr, error } = spawnSync(process.execPath, [prismaCli, 'generate'], {
  cwd: join(root, 'prisma'),
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
  encoding: 'utf8',
})

if (status !== 0) {
  console.error(`The Prisma client could not be generated.\n${error?.message ?? ''}${stdout}${stderr}`)
  process.exit(1)
}

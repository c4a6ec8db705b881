// Writes the Prisma clients, one per kind of database, into lib/db/generated. Runs after every `npm ci`, before any
// TypeScript can.
//
// The client's generator is WebAssembly, yet `prisma generate` first looks for a native schema engine, and
// downloads one unless it is told where one is. It only checks that the file exists: Node itself will do.
import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const root = dirname(import.meta.dirname)
const prismaCli = join(
  dirname(createRequire(import.meta.url).resolve('prisma/package.json')),
  'build/index.js',
)

/** Says what went wrong, null when nothing did. */
function generate(schema) {
  // Run from the schema's folder, where no prisma.config.ts is found: writing code needs no setting, and a bad
  // DATABASE_URL must not keep anyone from installing. CHECKPOINT_DISABLE: Prisma reports each run to its maker.
  const options = {
    cwd: join(root, 'prisma'),
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
  }
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [prismaCli, 'generate', '--schema', schema],
      options,
      (error, stdout, stderr) => {
        resolve(error === null ? null : `${error.message}\n${stdout}${stderr}`)
      },
    )
  })
}

const failures = await Promise.all(['schema.prisma', 'postgresql.prisma'].map(generate))
for (const failure of failures.filter((each) => each !== null)) {
  console.error(`The Prisma client could not be generated.\n${failure}`)
  process.exitCode = 1
}

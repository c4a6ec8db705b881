// Writes the Prisma clients, one per kind of database, into lib/db/generated, unless those that are there were made from the
// schemas as they are. Runs after every `npm ci`, before any TypeScript can, and before every start and build.
//
// The client's generator is WebAssembly, yet `prisma generate` first looks for a native schema engine, and
// downloads one unless it is told where one is. It only checks that the file exists: Node itself will do.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const root = dirname(import.meta.dirname)
const schemas = ['schema.prisma', 'postgresql.prisma']

/** Says what went wrong, null when nothing did. */
function generate(prismaCli, schema) {
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

/** The generator is a development dependency: where clients were brought along, nothing is to be generated. */
function findPrisma() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('prisma/package.json')), 'build/index.js')
  } catch {
    return null
  }
}

const versions = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies
const made = createHash('sha256').update(`prisma ${versions.prisma}`)
for (const schema of schemas) made.update(readFileSync(join(root, 'prisma', schema)))
const madeFrom = made.digest('hex')
const mark = join(root, 'lib/db/generated/made-from')

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== madeFrom) {
  const prismaCli = findPrisma()
  const failures =
    prismaCli === null
      ? ['`prisma`, a development dependency, is not installed: run `npm ci` with development dependencies.']
      : await Promise.all(schemas.map((schema) => generate(prismaCli, schema)))
  for (const failure of failures.filter((each) => each !== null)) {
    console.error(`The Prisma client could not be generated.\n${failure}`)
    process.exitCode = 1
  }
  if (!process.exitCode) writeFileSync(mark, madeFrom)
}

// node scripts/launch.mjs server/serve …: runs a program of the project, from whatever folder, out of the bundle that was made of
// its sources. Where one of them has changed since, makes it anew first: a start compiles nothing else.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { bundle, findBundle } from './bundle.mjs'

// The database client is WebAssembly. Node 20 optimizes what has hardly run, which takes a third of the processor's time of a start and a
// quarter of the memory at rest: with this budget it waits for what runs often.
setFlagsFromString('--wasm-tiering-budget=100000000')

/** Settings may stand in a file, too; variables that are set come first. The framework would read such files by itself, for its pages only. */
function readEnvFile(file) {
  process.env.__NEXT_PROCESSED_ENV = 'true'
  if (!existsSync(file)) return
  try {
    process.loadEnvFile(file)
  } catch {
    console.error(`The file ${file} cannot be read: give it to the user that starts the site, or remove it.`)
    process.exit(1)
  }
}

const root = dirname(import.meta.dirname)
const [program = '', ...given] = process.argv.slice(2)
if (given.includes('--version')) {
  console.log(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version)
  process.exit()
}
// Typed paths are relative to the caller's folder; npm has said which.
process.env.INIT_CWD ??= process.cwd()
readEnvFile(join(root, '.env'))
// It reads and writes beside its sources.
process.chdir(root)
const folder = findBundle(root) ?? (await bundle(root))
const file = join(folder ?? '', `${program}.js`)
if (folder !== null && existsSync(file)) {
  process.argv.splice(1, 2, file)
  // What a program stores can be read by its own user only, whatever the shell's umask. A build may be served by another one.
  if (program !== 'scripts/build') process.umask(0o077)
  await import(pathToFileURL(file).href)
} else {
  if (folder !== null) console.error(`There is no program ${program}: scripts/bundle.mjs lists them.`)
  process.exitCode = 1
}

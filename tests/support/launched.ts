import { renameSync } from 'node:fs'
import path from 'node:path'
import { buildSync } from 'esbuild'

const folder = path.join('node_modules', '.cache', 'miroir-tests', 'programs')
const bundled = new Map<string, string>()

/** The bundle of a program of the tests, made once in each process: to compile the sources takes longer than most programs run. */
function bundleOf(program: string): string {
  const known = bundled.get(program)
  if (known !== undefined) return known
  const file = path.join(folder, `${path.basename(program, '.ts')}.mjs`)
  const making = `${file}.${process.pid}`
  buildSync({
    entryPoints: [program],
    outfile: making,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  })
  // Another process may have made the same meanwhile.
  renameSync(making, file)
  bundled.set(program, file)
  return file
}

/** How Node runs a program of the project out of its bundle, or one of the tests. */
export const launched = (program: string): readonly string[] =>
  program.startsWith('tests/') ? [bundleOf(program)] : ['scripts/launch.mjs', program]

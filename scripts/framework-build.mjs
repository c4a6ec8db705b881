// The framework's build, which ends with the process that started it: a build that nobody waits for would keep the next one from
// beginning.
import { createRequire } from 'node:module'

process.stdin.on('end', () => process.exit(1)).resume()
// It has nothing else to say, and does not keep the build from ending.
process.stdin.unref()
const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
process.argv.splice(1, 1, next, 'build')
await import('next/dist/bin/next')

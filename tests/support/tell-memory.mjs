// NODE_OPTIONS=--import=<this file> and MEMORY_FILE=<file>: at SIGUSR2 a process collects its garbage, and says in the file how many
// bytes of its heap are in use. Without that, V8 keeps for long what nobody needs.
import { renameSync, writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const file = process.env.MEMORY_FILE
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')
process.on('SIGUSR2', () => {
  collect()
  collect()
  writeFileSync(`${file}.new`, String(process.memoryUsage().heapUsed))
  renameSync(`${file}.new`, file)
})

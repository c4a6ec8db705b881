// keep-writing <url>: writes into a database without a pause, until it is ended.
import { openOtherProgram } from '@/tests/support/test-database'

const other = await openOtherProgram(process.argv[2] ?? '')
process.stdout.write('writing\n')
for (;;) {
  await other.execute(`UPDATE setting SET value = 1 WHERE name = 'contributionOpen'`)
  // What else waits for this process's turn, such as the signal that ends it.
  await new Promise((resolve) => setImmediate(resolve))
}

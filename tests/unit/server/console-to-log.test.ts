import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What a program prints that leads the console to the log, and then does something. */
function printed(does: string): string {
  const program = `import { routeConsole } from './server/console-to-log'; routeConsole(); ${does}`
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', program],
    { encoding: 'utf8' },
  )
  expect(status).toBe(0)
  return stdout + stderr
}

test('what a library prints is told in lines of JSON, without its words', () => {
  const lines = printed(`
    console.error('SECRET %s', 'SECRET', { SECRET: 1 })
    console.warn(Object.assign(new TypeError('SECRET\\n    at SECRET (/SECRET/x.ts:1:2)'), { code: 'ERR_X', input: 'SECRET' }))
    console.log('SECRET'); console.info('SECRET'); console.debug('SECRET'); console.table(['SECRET']); console.dir('SECRET')
    console.trace('SECRET'); console.assert(false, 'SECRET'); console.group('SECRET')
    process.emitWarning('SECRET', 'DeprecationWarning', 'DEP0001')
    process.emitWarning(new Error('SECRET'))
  `)
  expect(lines).not.toContain('SECRET')
  const entries = lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(entries.map(({ level, error, code }) => [level, error, code])).toEqual([
    [50, 'text', undefined],
    [40, 'TypeError', 'ERR_X'],
    [40, 'text', undefined],
    [40, 'DeprecationWarning', 'DEP0001'],
    [40, 'Error', undefined],
  ])
})

test('an error is told with the place in the code where it was thrown', () => {
  const [line = ''] = printed(`console.error('SECRET', new Error('SECRET'))`).split('\n')
  expect(JSON.parse(line)).toMatchObject({
    error: 'Error',
    at: expect.arrayContaining([expect.stringMatching(/:\d+:\d+$/)]),
  })
})

test.skipIf(!existsSync('/dev/full'))('a log on a full disk stops nothing', () => {
  const full = openSync('/dev/full', 'w')
  const program = `import { log } from './lib/log'; for (let n = 0; n < 3; n += 1) log.error('x'); process.exitCode = 7`
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', program],
    { encoding: 'utf8', stdio: ['ignore', full, 'pipe'] },
  )
  closeSync(full)
  expect([status, stderr]).toEqual([7, ''])
})

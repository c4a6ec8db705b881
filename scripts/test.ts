// npm test: every test there is, one after the other, and a last line that counts them.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { missingPrograms } from '../tests/support/programs'
import { ensureBrowser } from './ensure-browser'

interface Count {
  readonly passed: number
  readonly failed: number
}

const reports = { vitest: 'test-results/vitest.json', playwright: 'test-results/e2e.json' } as const

function run(name: string, ...parts: readonly string[]): boolean {
  console.log(`\n== ${name}`)
  return spawnSync('npm', ['run', '--silent', ...parts], { stdio: 'inherit' }).status === 0
}

/** A check that passes or fails as a whole. */
const check = (succeeded: boolean): Count => ({ passed: Number(succeeded), failed: Number(!succeeded) })

/** The count in a report; a run that failed without one failed test, or left no report, counts as one failure. */
function counted(succeeded: boolean, read: () => Count): Count {
  try {
    const { passed, failed } = read()
    return { passed, failed: succeeded ? failed : Math.max(failed, 1) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function readReport(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
}

function vitestCount(): Count {
  const { numPassedTests, numFailedTests } = readReport(reports.vitest)
  return { passed: Number(numPassedTests), failed: Number(numFailedTests) }
}

function playwrightCount(): Count {
  const { stats } = readReport(reports.playwright) as { stats: Record<string, number> }
  return { passed: (stats['expected'] ?? 0) + (stats['flaky'] ?? 0), failed: stats['unexpected'] ?? 0 }
}

async function* allTests(): AsyncGenerator<Count> {
  const hasBrowser = ensureBrowser()
  yield check(run('format', 'format:check'))
  yield check(run('lint and imports', 'lint'))
  yield check(run('types', 'types'))
  yield check(run('build', 'build', '--', '--if-changed'))
  const vitest = run(
    'unit and integration',
    'test:vitest',
    '--',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reports.vitest}`,
  )
  yield counted(vitest, vitestCount)
  yield counted(hasBrowser && run('browser', 'test:e2e'), playwrightCount)
}

rmSync('test-results', { recursive: true, force: true })
let passed = 0
let failed = 0
for await (const count of allTests()) {
  passed += count.passed
  failed += count.failed
}
console.log(['', ...missingPrograms()].join('\n'))
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

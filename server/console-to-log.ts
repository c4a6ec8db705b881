import { kindOfError, log } from '@/lib/log'

const place = /^ {4}at (?:[\w.<>$[\] ]+ )?\(?((?:file:\/\/|node:)?[\w/.:[\]()@~+-]+:\d+:\d+)\)?$/

/** Where an error was thrown, in the code: of its stack, the lines after its message, which might repeat what was sent. */
function placesOf({ name, message, stack = '' }: Error): readonly string[] {
  const head = message === '' ? name : `${name}: ${message}`
  if (!stack.startsWith(`${head}\n`)) return []
  const lines = stack.slice(head.length + 1).split('\n')
  return lines.flatMap((line) => place.exec(line)?.[1] ?? []).slice(0, 5)
}

function told(level: 'error' | 'warn', given: readonly unknown[]): void {
  const error = given.find((each) => each instanceof Error)
  const about = error === undefined ? { error: 'text' } : { ...kindOfError(error), at: placesOf(error) }
  log[level](about, 'reported by a library')
}

/**
 * Leads what libraries print to the log, as its kind alone: the framework repeats headers and fields that strangers send. What
 * it says beside errors and warnings is of no use to an operator.
 */
export function routeConsole(): void {
  const silent = () => undefined
  Object.assign(console, {
    error: (...given: unknown[]) => told('error', given),
    warn: (...given: unknown[]) => told('warn', given),
    trace: (...given: unknown[]) => told('warn', given),
    assert: silent,
    ...Object.fromEntries(
      [
        'log',
        'info',
        'debug',
        'dir',
        'dirxml',
        'table',
        'group',
        'groupCollapsed',
        'count',
        'time',
        'timeEnd',
        'timeLog',
      ].map((name) => [name, silent]),
    ),
  })
  process.removeAllListeners('warning')
  process.on('warning', (warning) => told('warn', [warning]))
}

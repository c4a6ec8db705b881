import { describe, expect, test } from 'vitest'
import { readArguments, UsageAnswer, usageOf } from '@/scripts/arguments'

const line = {
  command: 'npm run feed',
  says: 'Feeds an animal.',
  operands: { animal: 'which one' },
  options: {
    'dry-run': { says: 'feeds nobody' },
    with: { text: 'food', says: 'what it gets' },
  },
}

const read = (...typed: readonly string[]) => readArguments(line, typed, {})

function refusal(...typed: readonly string[]): UsageAnswer {
  try {
    read(...typed)
  } catch (error) {
    if (error instanceof UsageAnswer) return error
    throw error
  }
  return expect.fail(`${typed.join(' ')} was taken`)
}

const usage = [
  'Usage: npm run feed -- [options] <animal>',
  'Feeds an animal.',
  '',
  '  <animal>       which one',
  '  --dry-run      feeds nobody',
  '  --with=<food>  what it gets',
  '  --help         prints this',
].join('\n')

test('the usage has every operand and option', () => {
  expect(usageOf(line)).toBe(usage)
})

test('what is typed is read, wherever the options stand', () => {
  expect(read('cat')).toEqual({ operands: { animal: 'cat' }, options: { 'dry-run': false, with: undefined } })
  const all = { operands: { animal: 'cat' }, options: { 'dry-run': true, with: 'fish' } }
  expect(read('--with=fish', 'cat', '--dry-run')).toEqual(all)
  expect(read('--dry-run', '--with', 'fish', 'cat')).toEqual(all)
  expect(read('--', '-cat').operands).toEqual({ animal: '-cat' })
})

test.each([['--help'], ['-h'], ['--help', 'too', 'many'], ['cat', '--help', '--with=fish']])(
  '%s %s %s prints the usage, and ends well',
  (...typed) => {
    expect(refusal(...typed)).toMatchObject({ message: usage, exitCode: 0 })
  },
)

describe('is refused with the usage and exit code 2:', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['an unknown option', ['cat', '--with-all'], /^Unknown option '--with-all'\.\n\nUsage: /],
    ['an unknown letter', ['cat', '-f'], /^Unknown option '-f'\.\n/],
    ['an option without its text', ['cat', '--with'], /^Option '--with <value>' argument missing\.\n/],
    ['a switch with a text', ['cat', '--dry-run=no'], /^Option '--dry-run' does not take an argument\.\n/],
    ['an option twice', ['cat', '--with=fish', '--with=milk'], /^--with is given twice\.\n/],
    ['nothing', [], /^<animal> is missing\.\n/],
    ['an empty operand', [''], /^<animal> is missing\.\n/],
    ['an operand too many', ['cat', 'dog'], /^"dog" is one too many\.\n/],
  ])('%s', (_, typed, words) => {
    const { message, exitCode } = refusal(...typed)
    expect(message).toMatch(words)
    expect(message.endsWith(usage)).toBe(true)
    expect(exitCode).toBe(2)
  })
})

test('an option that npm took for its own is refused: without it the command would do what it was told not to', () => {
  const taken = { npm_config_dry_run: 'true' }
  expect(() => readArguments(line, ['cat'], taken)).toThrow(/^npm took --dry-run for an option of its own/)
  expect(readArguments(line, ['cat', '--dry-run'], taken).options['dry-run']).toBe(true)
  for (const text of ['', 'false', undefined]) {
    expect(readArguments(line, ['cat'], { npm_config_dry_run: text }).options['dry-run']).toBe(false)
  }
})

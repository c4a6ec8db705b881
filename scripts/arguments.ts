import { parseArgs, type ParseArgsConfig } from 'node:util'

/** An option: a switch, or one with a text of which `text` says what it is. */
interface Option {
  readonly text?: string
  readonly says: string
}

/** What can be typed after the name of a command. */
export interface CommandLine<Name extends string, Options extends Readonly<Record<string, Option>>> {
  /** As it is typed. */
  readonly command: string
  readonly says: string
  /** What has to follow, in its order: the name in the usage, and what it is. */
  readonly operands: Readonly<Record<Name, string>>
  readonly options: Options
}

/** What was typed. A switch that was not is false, an option with a text undefined. */
export interface Arguments<Name extends string, Options extends Readonly<Record<string, Option>>> {
  readonly operands: Readonly<Record<Name, string>>
  readonly options: {
    readonly [Key in keyof Options]: Options[Key] extends { readonly text: string }
      ? string | undefined
      : boolean
  }
}

type AnyLine = CommandLine<string, Readonly<Record<string, Option>>>

/** The command is not run: its usage was asked for, or what was typed is not what it takes. */
export class UsageAnswer extends Error {
  override readonly name = 'UsageAnswer'
  /** 0 where the usage was asked for, else 2. */
  readonly exitCode: 0 | 2

  constructor(message: string, exitCode: 0 | 2) {
    super(message)
    this.exitCode = exitCode
  }
}

const helpOption: Option = { says: 'prints this' }

const optionForm = (name: string, { text }: Option) => `--${name}${text === undefined ? '' : `=<${text}>`}`

/** The usage of a command: how it is typed, what it does, and every operand and option. */
export function usageOf({ command, says, operands, options }: AnyLine): string {
  const withHelp = Object.entries({ ...options, help: helpOption })
  const operandForms = Object.keys(operands).map((name) => `<${name}>`)
  const lines = [
    ...Object.entries(operands).map(([name, text]) => [`<${name}>`, text] as const),
    ...withHelp.map(([name, option]) => [optionForm(name, option), option.says] as const),
  ]
  const width = Math.max(...lines.map(([form]) => form.length))
  return [
    `Usage: ${[`${command} --`, '[options]', ...operandForms].join(' ')}`,
    says,
    '',
    ...lines.map(([form, text]) => `  ${form.padEnd(width)}  ${text}`),
  ].join('\n')
}

/**
 * Reads what was typed after a command. npm takes options for its own where no `--` stands before them, and says so in its
 * variables only: `npm run db:purge --dry-run` would erase. Throws UsageAnswer.
 */
export function readArguments<Name extends string, Options extends Readonly<Record<string, Option>>>(
  line: CommandLine<Name, Options>,
  typed: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
): Arguments<Name, Options> {
  const usage = usageOf(line)
  const refuse = (why: string) => new UsageAnswer(`${why}\n\n${usage}`, 2)
  const { values, positionals, names } = parse(line.options, typed, refuse)
  if (values['help'] === true) throw new UsageAnswer(usage, 0)

  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw refuse(`--${twice} is given twice.`)
  const taken = Object.keys(line.options).find(
    (name) => !names.includes(name) && isSet(variables[`npm_config_${name.replaceAll('-', '_')}`]),
  )
  if (taken !== undefined) {
    throw refuse(`npm took --${taken} for an option of its own: put -- before the options.`)
  }

  const wanted = Object.keys(line.operands)
  const missing = wanted.find((_, index) => !positionals[index])
  if (missing !== undefined) throw refuse(`<${missing}> is missing.`)
  const surplus = positionals[wanted.length]
  if (surplus !== undefined) throw refuse(`"${surplus}" is one too many.`)
  const operands = Object.fromEntries(wanted.map((name, index) => [name, positionals[index]]))
  const options: Record<string, string | boolean | undefined> = {}
  for (const [name, { text }] of Object.entries(line.options)) {
    const given = values[name]
    options[name] =
      typeof given === 'object' ? undefined : (given ?? (text === undefined ? false : undefined))
  }
  return { operands, options } as Arguments<Name, Options>
}

const isSet = (text: string | undefined) => text !== undefined && !['', 'false', 'null'].includes(text)

function parse(
  options: Readonly<Record<string, Option>>,
  typed: readonly string[],
  refuse: (why: string) => UsageAnswer,
) {
  const config: ParseArgsConfig['options'] = { help: { type: 'boolean', short: 'h' } }
  for (const [name, { text }] of Object.entries(options)) {
    config[name] = { type: text === undefined ? 'boolean' : 'string' }
  }
  try {
    const { values, positionals, tokens } = parseArgs({
      args: [...typed],
      options: config,
      allowPositionals: true,
      tokens: true,
    })
    const names = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []))
    return { values, positionals, names }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    // Its other sentences are about how a text that begins with a dash is passed.
    const [sentence = error.message] = error.message.split(/(?<=\w')\. |\n/)
    throw refuse(sentence.endsWith('.') ? sentence : `${sentence}.`)
  }
}

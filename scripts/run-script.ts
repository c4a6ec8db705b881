import { environmentWith } from '@/lib/env'
import { readArguments, UsageAnswer, type Arguments, type CommandLine } from './arguments'

/**
 * Runs a script with what was typed after its name, and prints its result. A failure prints its message, and its cause's, without a
 * stack: the messages are written for the operator. Exit code 2 where what was typed is not what the script takes.
 */
export async function runScript<
  Name extends string,
  const Options extends Readonly<Record<string, { readonly text?: string; readonly says: string }>>,
>(
  line: CommandLine<Name, Options>,
  main: (given: Arguments<Name, Options>) => Promise<string>,
): Promise<void> {
  try {
    console.log(await main(readArguments(line, process.argv.slice(2), environmentWith({}))))
  } catch (error) {
    if (error instanceof UsageAnswer) {
      process.exitCode = error.exitCode
      if (error.exitCode === 0) console.log(error.message)
      else console.error(error.message)
      return
    }
    process.exitCode = 1
    console.error(error instanceof Error ? error.message : error)
    if (error instanceof Error && error.cause instanceof Error) console.error(`Cause: ${error.cause.message}`)
  }
}

/**
 * Runs a script and prints its one line of result. A failure prints its message, and its cause's, without a
 * stack: the messages are written for the operator.
 */
export async function runScript(main: () => Promise<string>): Promise<void> {
  try {
    console.log(await main())
  } catch (error) {
    process.exitCode = 1
    console.error(error instanceof Error ? error.message : error)
    if (error instanceof Error && error.cause instanceof Error) console.error(`Cause: ${error.cause.message}`)
  }
}

/** Why the database could not answer. Each reason has its own words in `messages` and its own remedy. */
export type DatabaseFailure = 'missing' | 'locked' | 'outdated' | 'full' | 'unreadable'

/** The database could not answer. `cause` holds what the driver said. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly failure: DatabaseFailure

  constructor(failure: DatabaseFailure, message: string, options?: ErrorOptions) {
    super(message, options)
    this.failure = failure
  }
}

/** A setting, a port or a folder that keeps the program from starting. The message is one sentence for the operator. */
export class SettingError extends Error {
  override readonly name = 'SettingError'
}

/** A data file that was refused. Every problem names its line and field; nothing was written. */
export class DataFileError extends Error {
  override readonly name = 'DataFileError'
  readonly problems: readonly string[]

  constructor(file: string, problems: readonly string[]) {
    super(
      `${file} was refused, and nothing was written:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
    )
    this.problems = problems
  }
}

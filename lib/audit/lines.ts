import { readDetails, type ChainedEntry } from './entry'

/**
 * The log as JSON Lines (https://jsonlines.org): one object for each entry, with the fields of `ChainedEntry` in a fixed
 * order; `details` is an object, or a text as it is where it was made unreadable.
 */
export async function* auditLines(
  entries: AsyncIterable<ChainedEntry> | Iterable<ChainedEntry>,
): AsyncGenerator<string> {
  for await (const { sequence, at, actor, action, subject, outcome, details, hash } of entries) {
    const readable = readDetails(details) ?? details
    const line = { sequence, at, actor, action, subject, outcome, details: readable, hash }
    yield `${JSON.stringify(line)}\n`
  }
}

import { AsyncLocalStorage } from 'node:async_hooks'
import type { ServerResponse } from 'node:http'

/*
 * A rendered page cannot choose its status code: a page that says "the database is down" would answer 200, and a monitor
 * would believe it. The server keeps a note for each request, and pages write on it.
 */
const key = Symbol.for('miroir.response-status')

/** The status of a form that was understood, and whose content was refused. */
export const refusedStatus = 422

interface Note {
  status?: number
}

const shared = globalThis as typeof globalThis & { [key]?: AsyncLocalStorage<Note> }
// The page and the server around it are bundled apart, and meet on the global object.
const notes = (shared[key] ??= new AsyncLocalStorage<Note>())

/** Asks for the status code of the response that is being made. Without the server around it, does nothing. */
export function setResponseStatus(status: number): void {
  const note = notes.getStore()
  if (note) note.status = status
}

/** The status code that was asked for the response that is being made; null when none was. */
export function responseStatus(): number | null {
  return notes.getStore()?.status ?? null
}

/**
 * Answers a request with the status code that its page asks for, or with `status` when it asks for none, else with the
 * one that it would have had.
 */
export function withResponseStatus<Result>(
  response: ServerResponse,
  status: number | null,
  answer: () => Result,
): Result {
  const note: Note = status === null ? {} : { status }
  const writeHead = response.writeHead.bind(response) as (
    status: number,
    ...rest: unknown[]
  ) => ServerResponse
  response.writeHead = (own: number, ...rest: unknown[]) => writeHead(note.status ?? own, ...rest)
  return notes.run(note, answer)
}

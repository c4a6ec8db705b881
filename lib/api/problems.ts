/** What can be wrong with a request for data: the end of its `type`, with its status and its title (RFC 9457). */
export const problems = {
  'bad-request': { status: 400, title: 'The request cannot be read' },
  'foreign-site': { status: 403, title: 'Sent by a page of another site' },
  'unknown-address': { status: 404, title: 'Nothing at this address' },
  'unknown-wave': { status: 404, title: 'Unknown wave' },
  'unknown-state': { status: 404, title: 'Unknown state of a wave' },
  'unknown-figure': { status: 404, title: 'Unknown figure' },
  'unknown-edition': { status: 404, title: 'Unknown edition' },
  'no-edition': { status: 404, title: 'No edition yet' },
  'unknown-item': { status: 404, title: 'Unknown question' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'slow-request': { status: 408, title: 'The request did not arrive' },
  'length-required': { status: 411, title: 'The length of the body is missing' },
  'too-large': { status: 413, title: 'The body is too large' },
  'not-json': { status: 415, title: 'The body is not JSON' },
  'invalid-answers': { status: 422, title: 'Answers that cannot be compared' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Not available now' },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly title: string }>>

export type ProblemName = keyof typeof problems

/** A part of a request that was refused. */
export interface ProblemPart {
  /** What is wrong, for programs. */
  readonly code: string
  /** Where: a JSON Pointer into the body (RFC 6901), or the name of a parameter. */
  readonly at: string
  readonly detail: string
}

/** The problem details of a refused request (RFC 9457). */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly errors?: readonly ProblemPart[]
}

export const problemType = 'application/problem+json'

/** Problem details. `origin`: that of the site, whose page about the interface explains each type. */
export function problem(
  origin: string,
  name: ProblemName,
  detail: string,
  errors: readonly ProblemPart[] = [],
): Problem {
  const { status, title } = problems[name]
  const type = `${origin}/en/api#problem-${name}`
  return { type, title, status, detail, ...(errors.length > 0 && { errors }) }
}

import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { apiBase, operationNames, operationOf, usualProblems, type OperationName } from './operations'
import { problems, problemType, type ProblemName } from './problems'
import { problemDetails } from './schemas'

/** The words of the interface, in one language. */
export interface ApiWords {
  readonly title: string
  readonly description: string
  readonly operations: Readonly<Record<OperationName, { readonly title: string; readonly text: string }>>
  readonly parameters: Readonly<Record<string, string>>
}

const limitHeaders = {
  'RateLimit-Policy': {
    description: 'How many requests a client may send in how many seconds.',
    schema: { type: 'string' },
  },
  RateLimit: {
    description: 'How many are left, and in how many seconds all are there again.',
    schema: { type: 'string' },
  },
} as const

/** Problems by their status: one answer for each. */
function problemAnswers(names: readonly ProblemName[]) {
  const statuses = [...new Set(names.map((name) => problems[name].status))].toSorted(
    (one, other) => one - other,
  )
  return Object.fromEntries(
    statuses.map((status) => [
      `${status}`,
      {
        description: names
          .filter((name) => problems[name].status === status)
          .map((name) => problems[name].title)
          .join('; '),
        content: { [problemType]: { schema: problemDetails } },
      },
    ]),
  ) as ZodOpenApiOperationObject['responses']
}

function operationObject(name: OperationName, words: ApiWords): ZodOpenApiOperationObject {
  const { method, inPath, inQuery, body, answer, problems: own, example } = operationOf(name)
  const { title, text } = words.operations[name]
  return {
    operationId: name,
    summary: title,
    description: text,
    requestParams: { ...(inPath && { path: inPath }), ...(inQuery && { query: inQuery }) },
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: body, ...(example?.body && { example: example.body }) } },
      },
    }),
    responses: {
      '200': {
        description: title,
        headers: {
          ...limitHeaders,
          ...(method === 'get' && {
            ETag: { description: 'Tells one content from another.', schema: { type: 'string' } },
          }),
        },
        content: { [answer.type]: { schema: answer.schema } },
      },
      ...(method === 'get' && { '304': { description: 'The client has the same content.' } }),
      ...problemAnswers([...own, ...usualProblems]),
    },
  }
}

/** The interface as OpenAPI 3.1, of the very schemas that read requests and type answers. `version`: that of the program. */
export function openApiDocument(words: ApiWords, version: string) {
  const paths: ZodOpenApiPathsObject = {}
  for (const name of operationNames) {
    const { path, method } = operationOf(name)
    paths[path] = { ...paths[path], [method]: operationObject(name, words) }
  }
  const document = createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: words.title,
        description: words.description,
        version,
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: apiBase }],
      paths,
    },
    {
      // A program must not fail on a field that comes later: see docs/api.md.
      override: ({ jsonSchema, io }) => {
        if (io === 'output' && jsonSchema.additionalProperties === false) {
          delete jsonSchema.additionalProperties
        }
      },
    },
  )
  for (const item of Object.values(document.paths ?? {})) {
    for (const operation of [item.get, item.post]) {
      for (const parameter of operation?.parameters ?? []) {
        if ('name' in parameter) parameter.description = words.parameters[parameter.name] ?? ''
      }
    }
  }
  return document
}

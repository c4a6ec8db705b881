import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'

/** What a test needs of an OpenAPI document, as it came. */
interface Document {
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Responses }>>>>
}
type Responses = Readonly<
  Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
>

/** The same schema with no other field than those that it names: a field that nobody described would else pass. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]))
  const isObject = 'properties' in inner && !('additionalProperties' in inner)
  return isObject ? { ...inner, additionalProperties: false } : inner
}

/** Checks answers against a document with a validator that knows nothing of how it was made. */
export function answerChecker(document: Document) {
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: fullFormats })
  ajv.addSchema({ $id: 'document', ...(closed({ components: document.components }) as object) })
  const made = new Map<object, ValidateFunction>()
  return (
    path: string,
    method: 'get' | 'post',
    status: number,
    type: string,
    body: unknown,
  ): readonly string[] => {
    const answer = document.paths[path]?.[method]?.responses[String(status)]
    if (answer === undefined) return [`${method} ${path} is not described to answer ${status}`]
    const schema = answer.content?.[type.split(';')[0] ?? '']?.schema
    if (schema === undefined) return [`${method} ${path} is not described to answer ${status} with ${type}`]
    const text = JSON.stringify(closed(schema)).replaceAll('"#/', '"document#/')
    const validate = made.get(schema) ?? ajv.compile(JSON.parse(text) as object)
    made.set(schema, validate)
    validate(body)
    return (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`)
  }
}

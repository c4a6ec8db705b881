import { useTranslations } from '@/lib/i18n/translations'

/** What of JSON Schema the document uses. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly const?: string | number | boolean
  readonly enum?: readonly unknown[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: unknown
}

/** The name of what a reference leads to. */
export const nameOf = (ref: string): string => ref.split('/').at(-1) ?? ''

/** More options than these are not listed: the instrument has them. */
const mostListed = 8

/** The only object with more fields is a person's answers. */
const mostFields = 20

/** Says the type of a field in words. */
export function useSchemaWords(): (schema: Schema) => string {
  const t = useTranslations('apiPage.types')
  const say = (schema: Schema): string => {
    const { $ref, type, format, anyOf, oneOf, items } = schema
    if ($ref !== undefined) return nameOf($ref)
    if (schema.const !== undefined) return String(schema.const)
    if (schema.enum !== undefined && schema.enum.length <= mostListed) return schema.enum.join(' | ')
    const choices = anyOf ?? oneOf
    if (choices !== undefined) {
      return choices.map(say).reduce((one, other) => t('or', { one, other }))
    }
    if (items !== undefined) return t('list', { of: say(items) })
    const fields = Object.keys(schema.properties ?? {})
    if (fields.length > mostFields) return t('answers')
    if (fields.length > 0) return `{ ${fields.join(', ')} }`
    if (type === 'object') return t('texts')
    if (type === 'null') return t('null')
    if (format === 'date') return t('date')
    if (format === 'uri') return t('uri')
    return String(type)
  }
  return say
}

import type { Schema } from './schema-words'

interface ShownOperation {
  readonly summary?: string
  readonly description?: string
  readonly parameters?: readonly {
    readonly name: string
    readonly required?: boolean
    readonly description?: string
  }[]
  readonly responses?: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >
}

/** What the page takes of the document: it is one of this site, and has no more than that. */
export interface ShownDocument {
  readonly paths?: Readonly<Record<string, { readonly get?: ShownOperation; readonly post?: ShownOperation }>>
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> }
}

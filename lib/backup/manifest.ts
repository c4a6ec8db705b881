import { z } from 'zod'

/** The name of the entry of a backup that says what the others are. */
export const manifestName = 'manifest.json'

/** Names of entries of secrets: the files that a start makes in the data folder. */
export const secretEntry = (name: string) => `secrets/${name}-secret`

const count = z.int().nonnegative()

const manifestSchema = z.strictObject({
  program: z.literal('miroir'),
  /** Of what is written here: another one is of a newer program. */
  format: z.literal(1),
  /** Version of the program. */
  version: z.string().min(1),
  /** ISO 8601 in UTC. */
  madeAt: z.iso.datetime(),
  kind: z.enum(['sqlite', 'postgresql']),
  /** Names of the migrations of the database, oldest first. */
  migrations: z.array(z.string()).min(1),
  /** Numbers of rows by table. */
  counts: z.record(z.string(), count),
  /** The other entries. */
  files: z.record(
    z.string(),
    z.strictObject({ sizeBytes: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
})

/** What a backup says of itself. */
export type Manifest = z.infer<typeof manifestSchema>

/** The name of the entry of the database. */
export const databaseEntry = (kind: Manifest['kind']) => (kind === 'sqlite' ? 'database.db' : 'database.dump')

/** What a text is as a manifest: `foreign` where it is none, `newer` where it is of a format of a later version. */
export function parseManifest(text: string): Manifest | 'foreign' | 'newer' {
  const given = readJson(text)
  const parsed = manifestSchema.safeParse(given)
  if (parsed.success) return parsed.data
  const later = z.looseObject({ program: z.literal('miroir'), format: z.int().min(2) })
  return later.safeParse(given).success ? 'newer' : 'foreign'
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const told = [
  ['response', 'response', 'responses'],
  ['edition', 'edition', 'editions'],
  ['admin_user', 'account', 'accounts'],
  ['audit_entry', 'audit entry', 'audit entries'],
] as const

/** The counts that a person would look at, in words for the operator. */
export function countsSentence(counts: Manifest['counts']): string {
  return told
    .map(([table, one, many]) => `${counts[table] ?? 0} ${counts[table] === 1 ? one : many}`)
    .join(', ')
}

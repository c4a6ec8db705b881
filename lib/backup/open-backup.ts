import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { CopiedContent } from '@/lib/db/backup/copied'
import { checkSqlite } from '@/lib/db/backup/sqlite-copy'
import { countDumped } from '@/lib/db/backup/postgresql-dump'
import { DatabaseError, SettingError } from '@/lib/errors'
import { secretNames, type SecretName } from '@/lib/keys/secrets'
import { readEntryText, withArchive, type Archive } from './archive'
import { measure } from './files'
import { databaseEntry, manifestName, parseManifest, secretEntry, type Manifest } from './manifest'

/** A backup that was read from its beginning to its end, and is whole. */
export interface OpenBackup {
  readonly manifest: Manifest
  /** Its database, unpacked: a SQLite file, or what pg_dump wrote. */
  readonly database: string
  /** Empty for one that was made without. */
  readonly secrets: Readonly<Partial<Record<SecretName, string>>>
}

const damaged = (file: string, how: string) =>
  new SettingError(`${file} is damaged: ${how}. Use another backup.`)

async function readManifest(file: string, archive: Archive): Promise<Manifest> {
  if (!archive.names.includes(manifestName)) throw new SettingError(`${file} is no backup of this program.`)
  const manifest = parseManifest(await readEntryText(archive, manifestName))
  if (manifest === 'foreign') throw new SettingError(`${file} is no backup of this program.`)
  if (manifest === 'newer') {
    throw new SettingError(
      `${file} was made by a newer version of the program, in a form that this one cannot read.`,
    )
  }
  const expected = [manifestName, ...Object.keys(manifest.files)].toSorted()
  if (expected.join() !== archive.names.toSorted().join())
    throw damaged(file, 'its list of contents does not fit')
  return manifest
}

/** What is wrong with a database that was unpacked; null where it is what the manifest says. */
async function problemOf(manifest: Manifest, database: string): Promise<string | null> {
  const found: Partial<CopiedContent> & { readonly problem?: string | null } =
    manifest.kind === 'sqlite' ? await checkSqlite(database) : { counts: await countDumped(database) }
  if (found.problem) return found.problem
  if (found.migrations && found.migrations.join() !== manifest.migrations.join())
    return 'its migrations are others'
  for (const table of new Set([...Object.keys(manifest.counts), ...Object.keys(found.counts ?? {})])) {
    const [expected, counted] = [manifest.counts[table] ?? 0, found.counts?.[table] ?? 0]
    if (expected !== counted) return `${table} has ${counted} rows and should have ${expected}`
  }
  return null
}

/**
 * Unpacks a backup into a folder, and checks all of it: every byte against its hash, the database by its own engine, and every number of
 * rows. Throws SettingError that says what is wrong.
 */
export async function openBackup(file: string, folder: string): Promise<OpenBackup> {
  try {
    return await withArchive(file, async (archive) => {
      const manifest = await readManifest(file, archive)
      const entry = databaseEntry(manifest.kind)
      const database = path.join(folder, `unpacked-${entry}`)
      await pipeline(
        await archive.read(entry),
        createWriteStream(database, { flags: 'wx', mode: 0o600, flush: true }),
      )
      const { sizeBytes, sha256 } = await measure(database)
      const said = manifest.files[entry]
      if (said?.sizeBytes !== sizeBytes || said.sha256 !== sha256) throw damaged(file, `${entry} was changed`)
      const problem = await problemOf(manifest, database)
      if (problem !== null) throw damaged(file, problem)
      return { manifest, database, secrets: await readSecrets(file, archive, manifest) }
    })
  } catch (error) {
    throw explained(file, error)
  }
}

const sha256Of = (text: string) => createHash('sha256').update(text).digest('hex')

async function readSecrets(
  file: string,
  archive: Archive,
  manifest: Manifest,
): Promise<Partial<Record<SecretName, string>>> {
  const secrets: Partial<Record<SecretName, string>> = {}
  for (const name of secretNames) {
    const entry = secretEntry(name)
    const said = manifest.files[entry]
    if (said === undefined) continue
    const text = await readEntryText(archive, entry)
    if (sha256Of(text) !== said.sha256) throw damaged(file, `${entry} was changed`)
    secrets[name] = text.trim()
  }
  return secrets
}

/** What unpacking and the engines say of broken bytes, as a sentence. */
function explained(file: string, error: unknown): unknown {
  const isOurs = error instanceof SettingError
  if (isOurs || (error instanceof DatabaseError && error.failure === 'full')) return error
  if (error instanceof DatabaseError) return damaged(file, 'its database cannot be read')
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(Z_|ERR_)/.test(code) || code === '' ? damaged(file, 'it cannot be unpacked') : error
}

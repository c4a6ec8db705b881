import { existsSync, readFileSync } from 'node:fs'
import { databaseAddress } from '@/lib/db/engine/address'
import type { TestDatabase } from '@/tests/support/test-database'
import { otherProgram } from './databases'

/** A database's own files as they are on the disk: on SQLite with the write-ahead log, on PostgreSQL those of every relation. */
export async function fileBytes(database: TestDatabase): Promise<Buffer> {
  const address = databaseAddress(database.url)
  if (address.kind === 'sqlite') {
    const files = [address.file, `${address.file}-wal`].filter((file) => existsSync(file))
    return Buffer.concat(files.map((file) => readFileSync(file)))
  }
  const other = await otherProgram(database)
  // Brings to the disk what is in the server's memory, and lets it remove the files of tables that were rewritten.
  await other.execute('CHECKPOINT')
  const rows = await other.query(
    `SELECT encode(pg_read_binary_file(path, true), 'base64') FROM (SELECT pg_relation_filepath(oid) AS path FROM pg_class) files
      WHERE path LIKE 'base/%'`,
  )
  return Buffer.concat(
    rows.flatMap(([text]) => (typeof text === 'string' ? [Buffer.from(text, 'base64')] : [])),
  )
}

export type DatabaseKind = 'sqlite' | 'postgresql'

interface SqliteAddress {
  readonly kind: 'sqlite'
  readonly url: string
  /** What messages call the database. Never a user or a password. */
  readonly name: string
  readonly file: string
}

interface PostgresqlAddress {
  readonly kind: 'postgresql'
  readonly url: string
  /** Host, port and database. */
  readonly name: string
}

export type DatabaseAddress = SqliteAddress | PostgresqlAddress

/** What a database's URL says, as `readSettings` gives it. */
export function databaseAddress(url: string): DatabaseAddress {
  if (url.startsWith('file:')) {
    const file = url.slice('file:'.length)
    return { kind: 'sqlite', url, name: file, file }
  }
  const { hostname, port, pathname, searchParams } = new URL(url)
  // A Unix socket's folder has no other place in the URL.
  const host = searchParams.get('host') ?? hostname
  return { kind: 'postgresql', url, name: `${host}:${port || 5432}${pathname}` }
}

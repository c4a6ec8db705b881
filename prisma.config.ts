import { defineConfig } from 'prisma/config'
import { readSettings } from './lib/env'

const { databaseUrl } = readSettings()
const isSqlite = databaseUrl.startsWith('file:')

// For the ordinary `prisma` commands, where Prisma's download host is reachable: the project's own scripts do
// without them (docs/decisions/003-prisma-without-its-download.md) and use the same schemas and migrations.
export default defineConfig({
  schema: isSqlite ? 'prisma/schema.prisma' : 'prisma/postgresql.prisma',
  migrations: { path: `prisma/migrations/${isSqlite ? 'sqlite' : 'postgresql'}` },
  datasource: { url: databaseUrl },
})

import { defineConfig } from 'prisma/config'
import { readSettings } from './lib/env'

// For the ordinary `prisma` commands, where Prisma's download host is reachable: the project's own scripts do
// without them (docs/decisions/003-prisma-without-its-download.md) and use the same schema and migrations.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations/sqlite' },
  datasource: { url: readSettings().databaseUrl },
})

import { defineConfig } from 'prisma/config'

// `generate`, `validate` and `format` only ask whether an engine file exists: any file will do, and
// none has to be downloaded (docs/decisions/0002-migrations-without-a-download.md).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})

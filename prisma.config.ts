import { defineConfig } from 'prisma/config'

// Prisma's commands for databases need an engine that it would have to download; the project's own need none.
const NEEDS_ENGINE = ['migrate', 'db']

if (NEEDS_ENGINE.includes(process.argv[2] ?? '') && !process.env.PRISMA_SCHEMA_ENGINE_BINARY) {
  console.error(
    'Migrations are applied by npm start and npm run dev, and written by npm run migration -- what-changes; npm run studio shows the database.',
  )
  process.exit(1)
}

// `generate`, `validate` and `format` only ask whether an engine file exists: any file will do, and
// none has to be downloaded (docs/decisions/0002-migrations-without-a-download.md).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { database } from '#lib/database/client.ts'
import { env } from '#lib/env/env.ts'
import { suppressAddress } from '#lib/suppression/suppression.ts'
import { runExport } from '../../bench/run-export.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aPendingSignature, aSignature } from '../../support/people/factories/signature.ts'

let folder: string

beforeEach(async () => {
  await emptyDatabase()
  folder = mkdtempSync(join(tmpdir(), 'open-letter-export-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

test.each([
  ['news', ['hidden@example.org', 'wishes@example.org']],
  ['public-name', ['bounced@example.org', 'no-news@example.org', 'wishes@example.org']],
])('for %s: who opted in to it, whose mails arrive, and no trial', async (purpose, expected) => {
  const bounced = aSignature({ email: 'bounced@example.org', wantsUpdates: true })
  await insertSignatures(database, [
    bounced,
    aSignature({ email: 'wishes@example.org', wantsUpdates: true }),
    aSignature({ email: 'no-news@example.org' }),
    aSignature({ email: 'hidden@example.org', isHidden: true, wantsUpdates: true }),
    aPendingSignature({ email: 'pending@example.org', wantsUpdates: true }),
    aSignature({ email: 'trial@example.org', wantsUpdates: true, isTrial: true }),
  ])
  await suppressAddress(database, bounced.email, 'bounced', bounced.id)
  const output = join(folder, 'signatures.json')
  const asked = ['--format', 'json', '--output', output, '--purpose', purpose]
  expect(await runExport(env.DATABASE_URL ?? '', ...asked)).toMatchObject({ exitCode: 0 })
  const rows = z
    .array(z.object({ email: z.string() }))
    .parse(JSON.parse(readFileSync(output, 'utf8')))
  expect(rows.map(({ email }) => email).sort()).toEqual(expected)
})

import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { secretsFor } from '../../../bin/support/app-secrets.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { SUMMER } from '../../support/site/secrets.ts'
import { here, RECIPIENT } from '../../support/site/site-to-back-up.ts'

let folder: string

beforeEach(async () => {
  await emptyDatabase()
  folder = mkdtempSync(join(tmpdir(), 'open-letter-command-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('npm run backup writes a file for its owner’s eyes, as the role that the site has', async () => {
  const { stdout } = await backup('--output', join(folder, 'letter.age'))
  expect(stdout).toMatch(/letter\.age: \d+ rows of \d+ tables, [\d,]+ bytes\.\n$/)
  expect(readFileSync(join(folder, 'letter.age'), 'latin1')).toMatch(/^age-encryption\.org\/v1\n/)
  expect(statSync(join(folder, 'letter.age')).mode & 0o777).toBe(0o600)
})

test('it makes none with a secret that does not open the database, and leaves nothing behind', async () => {
  await secretsFor(here.url, { current: SUMMER, previous: [] })
  await expect(backup('--output', join(folder, 'letter.age'))).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('APP_SECRET is not the secret that this database'),
  })
  expect(readdirSync(folder)).toEqual([])
})

test('typed wrongly, it says how it is used', async () => {
  await expect(backup()).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--output must name a file.'),
  })
})

function backup(...options: string[]) {
  const program = ['bin/backup.ts', ...options, '--recipient', RECIPIENT]
  const env = { ...process.env, DATABASE_URL: here.applicationUrl, DATA_FOLDER: folder }
  return promisify(execFile)(process.execPath, program, { env })
}

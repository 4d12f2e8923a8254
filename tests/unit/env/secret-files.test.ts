import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withSecretFiles } from '#lib/env/secret-files.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-letter-secrets-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('a secret is read from its file, without the end of its line', () => {
  expect(withSecretFiles({ APP_SECRET_FILE: fileWith('from the file\n') })).toMatchObject({
    APP_SECRET: 'from the file',
  })
})

test.each(['BACKUP_PASSPHRASE', 'METRICS_TOKEN', 'NEW_DATABASE_URL', 'SMTP_URL'])(
  '%s may stand in a file',
  name => {
    const given = { [`${name}_FILE`]: fileWith('from the file') }
    expect(withSecretFiles(given)).toMatchObject({ [name]: 'from the file' })
  },
)

test('what is set itself wins, also where it is empty: a process that must not know the owner’s address', () => {
  const DATABASE_MIGRATION_URL_FILE = fileWith('postgresql://owner@db/letter')
  expect(
    withSecretFiles({ DATABASE_MIGRATION_URL: '', DATABASE_MIGRATION_URL_FILE }),
  ).toMatchObject({ DATABASE_MIGRATION_URL: '' })
})

test('the database’s password, whatever it holds, goes into its address', () => {
  const password = 'p@ss/w:rd %41'
  const { DATABASE_URL = '' } = withSecretFiles({
    DATABASE_URL: 'postgresql://letter@db/letter?sslmode=require',
    DATABASE_PASSWORD_FILE: fileWith(`${password}\n`),
  })
  expect(decodeURIComponent(new URL(DATABASE_URL).password)).toBe(password)
  expect(new URL(DATABASE_URL).search).toBe('?sslmode=require')
  const given = 'postgresql://letter:given@db/letter'
  const kept = withSecretFiles({ DATABASE_URL: given, DATABASE_PASSWORD: 'other' })
  expect(kept.DATABASE_URL).toBe(given)
})

test('a file that is not there is one sentence', () => {
  const sentence = 'SMTP_URL_FILE names /not/there, which cannot be read (ENOENT).'
  expect(() => withSecretFiles({ SMTP_URL_FILE: '/not/there' })).toThrow(sentence)
})

function fileWith(text: string) {
  const file = join(folder, `${Buffer.from(text).toString('hex').slice(0, 12)}`)
  writeFileSync(file, text)
  return file
}

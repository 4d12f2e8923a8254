import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { lockOf, unlockOf } from '../../../bin/support/backup-keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'open-letter-keys-'))
afterAll(() => rmSync(folder, { recursive: true }))

const PASSPHRASE = 'four words that nobody guesses'

const fileWith = (text: string) => {
  const file = join(folder, 'key')
  writeFileSync(file, text)
  return file
}

test('what is typed goes before the variables, a recipient before a passphrase', async () => {
  const variables = { BACKUP_RECIPIENT: ['age1one', 'age1two'], BACKUP_PASSPHRASE: PASSPHRASE }
  expect(await lockOf({ recipient: 'age1mine' }, variables)).toEqual({ recipients: ['age1mine'] })
  expect(await lockOf({}, variables)).toEqual({ recipients: ['age1one', 'age1two'] })
  expect(await lockOf({}, { BACKUP_PASSPHRASE: PASSPHRASE })).toEqual({ passphrase: PASSPHRASE })
})

test('a passphrase of a file is its line, without the end of it', async () => {
  const typed = { 'passphrase-file': fileWith(`${PASSPHRASE}\n`) }
  expect(await lockOf(typed, {})).toEqual({ passphrase: PASSPHRASE })
  expect(await unlockOf(typed, {})).toEqual({ passphrase: PASSPHRASE })
})

test('one that is short is refused, and never repeated', async () => {
  const refused = lockOf({ 'passphrase-file': fileWith('hunter2') }, {})
  await expect(refused).rejects.toThrow('16 characters or more')
  await expect(refused).rejects.not.toThrow('hunter2')
})

test('without a key and without a terminal to ask at, it says which keys there are', async () => {
  await expect(lockOf({}, {})).rejects.toThrow(/--recipient age1….*BACKUP_PASSPHRASE/)
})

test('a file of age-keygen has a key between its comments; one without is refused', async () => {
  const keys = '# created: 2026-05-26\n# public key: age1mine\nAGE-SECRET-KEY-1MINE\n'
  expect(await unlockOf({ 'identity-file': fileWith(keys) }, {})).toEqual({
    identities: ['AGE-SECRET-KEY-1MINE'],
  })
  await expect(unlockOf({ 'identity-file': fileWith('# nothing') }, {})).rejects.toThrow(
    'There is no age key',
  )
  await expect(unlockOf({ 'identity-file': join(folder, 'lost') }, {})).rejects.toThrow('ENOENT')
})

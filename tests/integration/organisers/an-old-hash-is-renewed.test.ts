import { hashPassword as hashByScrypt } from 'better-auth/crypto'
import { beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { isOutdated } from '#lib/organisers/sign-in/password-hash.ts'
import { signIn } from '#lib/organisers/sign-in/sign-in.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { aBrowser, joinAsOwner, PASSWORD } from '../../support/people/organiser-joins.ts'

beforeEach(async () => {
  await emptyDatabase()
  await joinAsOwner('ana@example.org', aBrowser())
})

test('a password that scrypt hashed is hashed anew when its owner signs in, and stays hers', async () => {
  await database.organiserPassword.updateMany({ data: { password: await hashByScrypt(PASSWORD) } })
  expect(await signInWith('another-password')).toBe('refused')
  expect(isOutdated(await kept())).toBe(true)
  expect(await signInWith(PASSWORD)).toBe('second-factor')
  expect(isOutdated(await kept())).toBe(false)
  expect(await signInWith(PASSWORD)).toBe('second-factor')
})

test('one of today is left as it is', async () => {
  const before = await kept()
  await signInWith(PASSWORD)
  expect(await kept()).toBe(before)
})

async function signInWith(password: string) {
  return (await signIn({ email: 'ana@example.org', password }, aBrowser())).outcome
}

async function kept() {
  return (await database.organiserPassword.findFirstOrThrow()).password ?? ''
}

import { beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { couldKeepSignature, forgetTrial } from '#lib/signatures/try-to-keep.ts'
import { applicationRole, asOwner } from '../../support/database/database-owner.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'

beforeEach(async () => {
  await emptyDatabase()
  forgetTrial()
})

/** A trial has a second and a half: a busy machine may need another one. */
async function expectWell() {
  await expect
    .poll(() => {
      forgetTrial()
      return couldKeepSignature()
    })
    .toBe(true)
}

test('the trial goes well, and leaves nothing behind', async () => {
  await expectWell()
  const counts = [
    database.signature.count(),
    database.mail.count(),
    database.confirmationLink.count(),
  ]
  expect(await Promise.all(counts)).toEqual([0, 0, 0])
  const deltas = await database.$queryRaw`SELECT FROM signature_count_delta`
  expect(deltas).toEqual([])
})

test('a database that answers and takes no signature is found out, and seen to be well again', async () => {
  await asOwner(`REVOKE INSERT ON mail FROM ${applicationRole}`)
  try {
    expect(await couldKeepSignature()).toBe(false)
  } finally {
    await asOwner(`GRANT INSERT ON mail TO ${applicationRole}`)
  }
  await expectWell()
})

test('while all is well it is tried once a minute', async () => {
  await expectWell()
  await asOwner(`REVOKE INSERT ON mail FROM ${applicationRole}`)
  try {
    expect(await couldKeepSignature()).toBe(true)
  } finally {
    await asOwner(`GRANT INSERT ON mail TO ${applicationRole}`)
  }
})

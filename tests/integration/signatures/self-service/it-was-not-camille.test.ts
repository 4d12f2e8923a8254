import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { isRejectLinkReady, rejectRequest } from '#lib/signatures/reject-request.ts'
import { readTally } from '#lib/signatures/tally.ts'
import { dumpDatabase } from '../../../support/database/dump-database.ts'
import { emptyDatabase } from '../../../support/database/empty-database.ts'
import { deliverMails, rejectTokenIn, tokenIn } from '../../../support/fakes/transport.ts'
import { signAndConfirm, signatureOf } from '../../../support/people/self-service.ts'
import { signLetter } from '../../../support/people/sign-letter.ts'
import { camille, idris } from '../../../support/people/signatories.ts'

const idrisAsCamille = { ...idris, email: camille.email }
const HOUR_MS = 60 * 60 * 1000

beforeEach(emptyDatabase)

async function mailToCamille() {
  await signLetter(idrisAsCamille)
  const [mail] = await deliverMails()
  return { reject: rejectTokenIn(mail), confirm: tokenIn(mail) }
}

describe('Idris signs with Camille’s address, and she says that it was not her', () => {
  test('her mail has a link for it; opening it any number of times changes nothing', async () => {
    const { reject } = await mailToCamille()
    const before = await dumpDatabase()
    const opened = await Promise.all(Array.from({ length: 20 }, () => isRejectLinkReady(reject)))
    expect(opened.every(Boolean)).toBe(true)
    expect(await dumpDatabase()).toBe(before)
  })

  test('its button erases all of the request', async () => {
    const { reject, confirm } = await mailToCamille()
    expect(await rejectRequest(reject, false)).toEqual({ outcome: 'erased' })
    expect(await dumpDatabase()).not.toMatch(/idris|camille/i)
    expect(await database.signature.count()).toBe(0)
    expect(await confirmSignature(confirm)).toEqual({ outcome: 'unknown' })
    expect(await rejectRequest(reject, false)).toEqual({ outcome: 'unknown' })
    expect(await isRejectLinkReady(reject)).toBe(false)
  })

  test('with the wish, nobody can make the site write to her again', async () => {
    const { reject } = await mailToCamille()
    await rejectRequest(reject, true)
    expect(await dumpDatabase()).not.toMatch(/idris|camille/i)
    const tagged = { ...idrisAsCamille, email: 'camille.roux+again@example.org' }
    expect(await signLetter(idrisAsCamille)).toEqual({ outcome: 'accepted' })
    expect(await signLetter(tagged)).toEqual({ outcome: 'accepted' })
    expect(await deliverMails()).toEqual([])
    expect(await database.signature.count()).toBe(0)
  })

  test('without the wish she may sign herself', async () => {
    const { reject } = await mailToCamille()
    await rejectRequest(reject, false)
    expect(await signAndConfirm(camille)).toMatchObject({ status: 'confirmed', name: camille.name })
  })

  test('twenty presses at once erase once', async () => {
    const { reject } = await mailToCamille()
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => rejectRequest(reject, true)),
    )
    expect(outcomes.filter(({ outcome }) => outcome === 'erased')).toHaveLength(1)
    expect(await database.suppression.count()).toBe(1)
  })
})

describe('what the link cannot do', () => {
  test('erase a signature that was confirmed: its owner withdraws it from her own page', async () => {
    await signLetter(camille)
    const [mail] = await deliverMails()
    await confirmSignature(tokenIn(mail))
    const before = await signatureOf(camille)
    expect(await isRejectLinkReady(rejectTokenIn(mail))).toBe(false)
    expect(await rejectRequest(rejectTokenIn(mail), true)).toEqual({ outcome: 'unknown' })
    expect(await signatureOf(camille)).toEqual(before)
    expect(await database.suppression.count()).toBe(0)
    expect(await readTally(0)).toMatchObject({ signatures: 1 })
  })

  test('confirm; and the other link cannot erase', async () => {
    const { reject, confirm } = await mailToCamille()
    expect(await confirmSignature(reject)).toEqual({ outcome: 'unknown' })
    expect(await rejectRequest(confirm, true)).toEqual({ outcome: 'unknown' })
    expect(await database.signature.findMany()).toMatchObject([{ status: 'pending' }])
  })

  test.each([[undefined], [''], ['x'.repeat(100_000)], [['a', 'b']]])(
    '%j erases nothing',
    async token => {
      await mailToCamille()
      expect(await rejectRequest(token, true)).toEqual({ outcome: 'unknown' })
      expect(await database.signature.count()).toBe(1)
    },
  )

  test('the link of each of her mails works, and erases all of them', async () => {
    const now = Date.now()
    await signLetter(idrisAsCamille, new Date(now))
    await signLetter(camille, new Date(now + HOUR_MS))
    const [first, second] = await deliverMails()
    expect(await rejectRequest(rejectTokenIn(first), false)).toEqual({ outcome: 'erased' })
    expect(await confirmSignature(tokenIn(second))).toEqual({ outcome: 'unknown' })
  })
})

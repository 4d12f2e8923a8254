import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { readReconfirmation, reconfirmSignature } from '#lib/signatures/reconfirm-signature.ts'
import { RECONFIRMATION_LINK_LIFETIME_DAYS } from '#lib/signatures/reconfirmation-link.ts'
import { askToReconfirm } from '#lib/signatures/reconfirmation-mails.ts'
import { forgetTally, readTally } from '#lib/signatures/tally.ts'
import { dumpDatabase } from '../../support/database/dump-database.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { tokenIn } from '../../support/fakes/transport.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import {
  camilleSigned,
  changedLetter,
  mailsAfterAsking,
  restoreLetter,
} from '../../support/site/letters.ts'

const DAY_MS = 24 * 60 * 60 * 1000

beforeEach(emptyDatabase)

async function camilleIsAsked() {
  const letter = await changedLetter(camilleSigned)
  const proof = { linkToken: tokenIn((await mailsAfterAsking())[0]) }
  return { ...letter, proof }
}

const count = async () => {
  forgetTally()
  return readTally(0)
}

describe('Camille reconfirms', () => {
  test('the page shows her the two texts; opening it twenty times changes nothing', async () => {
    const { proof, signed, current } = await camilleIsAsked()
    const before = await dumpDatabase()
    const opened = await Promise.all(Array.from({ length: 20 }, () => readReconfirmation(proof)))
    for (const extension of opened) {
      expect(extension).toMatchObject({
        state: 'ready',
        signed: { version: signed.fr },
        current: { version: current.fr },
      })
    }
    expect(await dumpDatabase()).toBe(before)
  })

  test('one press moves her, and her alone, from one count to the other', async () => {
    const { current } = await changedLetter(version => [
      aSignature({ letterVersion: version('fr'), email: 'camille.roux@example.org' }),
      aSignature({ letterVersion: version('en'), locale: 'en' }),
    ])
    const messages = await mailsAfterAsking()
    const hers = messages.find(({ to }) => to === 'camille.roux@example.org')
    expect(await count()).toMatchObject({ currentVersion: { signatures: 0 } })
    const now = new Date('2030-01-01T00:00:00Z')
    const soon = new Date()
    const proof = { linkToken: tokenIn(hers) }
    expect(await reconfirmSignature(proof, current.fr, now)).toEqual({ outcome: 'unknown' })
    expect(await reconfirmSignature(proof, current.fr, soon)).toEqual({ outcome: 'extended' })
    expect(await count()).toMatchObject({
      signatures: 2,
      currentVersion: { signatures: 1 },
      earlierVersions: [{ signatures: 1 }],
    })
    expect(
      await database.signature.findFirst({ where: { email: 'camille.roux@example.org' } }),
    ).toMatchObject({ letterVersion: current.fr, reconfirmedAt: soon, status: 'confirmed' })
  })

  test('once all have reconfirmed, nothing stands apart', async () => {
    const { proof, current } = await camilleIsAsked()
    await reconfirmSignature(proof, current.fr)
    expect(await count()).toMatchObject({ signatures: 1 })
    expect(await count()).not.toHaveProperty('currentVersion')
    expect(await count()).not.toHaveProperty('earlierVersions')
    expect(await askToReconfirm()).toBe(0)
  })

  test('twenty presses at once: one reconfirms, the history has one line with both texts', async () => {
    const { proof, signed, current } = await camilleIsAsked()
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => reconfirmSignature(proof, current.fr)),
    )
    expect(outcomes.filter(({ outcome }) => outcome === 'extended')).toHaveLength(1)
    expect(outcomes.filter(({ outcome }) => outcome === 'already-extended')).toHaveLength(19)
    expect(await database.signatureEvent.findMany()).toMatchObject([
      { kind: 'reconfirmed', codes: [signed.fr, current.fr] },
    ])
  })

  test('she reconfirms to the text that she was shown, or to none', async () => {
    const { proof, current, change, publish } = await camilleIsAsked()
    const newest = change('fr', 'A demand that she has not seen.')
    await publish({ fr: 'material' })
    const before = await dumpDatabase()
    for (const shown of [current.fr, current.en, '', null, 'x']) {
      expect(await reconfirmSignature(proof, shown)).toEqual({ outcome: 'changed-again' })
    }
    expect(await dumpDatabase()).toBe(before)
    expect(await reconfirmSignature(proof, newest)).toEqual({ outcome: 'extended' })
  })

  test('a link that is not one reconfirms nothing', async () => {
    const { proof, current } = await camilleIsAsked()
    const end = new Date(Date.now() + RECONFIRMATION_LINK_LIFETIME_DAYS * DAY_MS)
    expect(await reconfirmSignature(proof, current.fr, end)).toEqual({ outcome: 'unknown' })
    const altered = `${proof.linkToken.slice(0, -1)}${proof.linkToken.endsWith('A') ? 'E' : 'A'}`
    for (const linkToken of [altered, '', undefined, ['x'], 'x'.repeat(100_000)]) {
      expect(await reconfirmSignature({ linkToken }, current.fr)).toEqual({ outcome: 'unknown' })
    }
    expect(await reconfirmSignature({ sessionToken: undefined }, current.fr)).toEqual({
      outcome: 'unknown',
    })
    expect(await database.signatureEvent.count()).toBe(0)
  })

  test('a withdrawn signature comes back by no link', async () => {
    const { proof, current } = await camilleIsAsked()
    await database.signature.updateMany({ data: { status: 'withdrawn' } })
    expect(await reconfirmSignature(proof, current.fr)).toEqual({ outcome: 'unknown' })
    expect(await readReconfirmation(proof)).toEqual({ state: 'unknown' })
  })

  test('the text came back that she had signed: there is nothing to reconfirm', async () => {
    const { proof, root, publish } = await camilleIsAsked()
    restoreLetter(root)
    await publish({ fr: 'material', en: 'material' })
    expect(await readReconfirmation(proof)).toEqual({ state: 'already-extended' })
    expect(await count()).toMatchObject({ signatures: 1 })
    expect(await count()).not.toHaveProperty('currentVersion')
  })
})

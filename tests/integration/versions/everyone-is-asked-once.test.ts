import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { env } from '#lib/env/env.ts'
import { askToReconfirm, EXTENSION_MAILS_PER_MINUTE } from '#lib/signatures/reconfirmation-mails.ts'
import { suppressAddress } from '#lib/suppression/suppression.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { tokenIn } from '../../support/fakes/transport.ts'
import { aPendingSignature, aSignature } from '../../support/people/factories/signature.ts'
import { camilleSigned, changedLetter, mailsAfterAsking } from '../../support/site/letters.ts'

const MINUTE_MS = 60 * 1000

beforeEach(emptyDatabase)

describe('everyone who signed is asked once', () => {
  test.each(['fr', 'en'])('in the language of the signature: %s', async locale => {
    await changedLetter(version => [aSignature({ letterVersion: version(locale), locale })])
    const [message, ...others] = await mailsAfterAsking()
    expect(others).toEqual([])
    const link = `${env.SITE_URL}/${locale}/extend?token=${tokenIn(message)}`
    expect(message?.subject).toContain(locale === 'fr' ? 'a changé' : 'has changed')
    expect(message?.html).toMatch(new RegExp(`<html[^>]* lang="${locale}"`))
    for (const twin of [message?.html, message?.text]) {
      expect(twin).toContain('Camille Roux')
      expect(new Set(twin?.match(/https?:\/\/[^\s"<]+/g))).toEqual(
        new Set([link, `${env.SITE_URL}/${locale}/my-signature`]),
      )
    }
  })

  test('never twice, whether asked again or ten times at once', async () => {
    await changedLetter(version =>
      Array.from({ length: 1_200 }, () => aSignature({ letterVersion: version('fr') })),
    )
    const asked = await Promise.all(Array.from({ length: 10 }, () => askToReconfirm()))
    expect(asked.reduce((sum, mails) => sum + mails)).toBe(1_200)
    expect(await askToReconfirm()).toBe(0)
    const perSignature = await database.mail.groupBy({ by: ['signatureId'], _count: true })
    expect(perSignature).toHaveLength(1_200)
    expect(perSignature.every(({ _count }) => _count === 1)).toBe(true)
  })

  test('at a pace that lets "please confirm" pass', async () => {
    await changedLetter(version =>
      Array.from({ length: 120 }, () => aSignature({ letterVersion: version('fr') })),
    )
    const now = new Date()
    await askToReconfirm(now)
    const last = await database.mail.findFirst({ orderBy: { nextAttemptAt: 'desc' } })
    const minutes = ((last?.nextAttemptAt.getTime() ?? 0) - now.getTime()) / MINUTE_MS
    expect(minutes).toBe(120 / EXTENSION_MAILS_PER_MINUTE)
  })

  test('not who has not confirmed, has withdrawn, lost her address, or wants no mail', async () => {
    const unwilling = 'unwilling@example.org'
    await changedLetter(version => {
      const letterVersion = version('fr')
      return [
        aPendingSignature({ letterVersion }),
        aSignature({ letterVersion, status: 'held' }),
        aSignature({ letterVersion, status: 'withdrawn', emailKey: null, email: '' }),
        aSignature({ letterVersion, emailKey: null, email: '' }),
        aSignature({ letterVersion, email: unwilling }),
      ]
    })
    await database.$transaction(transaction => suppressAddress(transaction, unwilling))
    expect(await askToReconfirm()).toBe(0)
  })

  test('not who has reconfirmed on her own page before the mail went', async () => {
    await changedLetter(camilleSigned)
    await askToReconfirm()
    await database.reconfirmationLink.updateMany({ data: { usedAt: new Date() } })
    expect(await mailsAfterAsking()).toEqual([])
  })

  test('of those who signed on paper, only who asked for news', async () => {
    const list = { fileName: 'list.csv', locale: 'fr', organiserId: crypto.randomUUID() }
    const { id: paperBatchId } = await database.paperBatch.create({ data: list })
    await changedLetter(version => {
      const onPaper = { letterVersion: version('fr'), paperBatchId }
      return [aSignature(onPaper), aSignature({ ...onPaper, wantsUpdates: true })]
    })
    expect(await askToReconfirm()).toBe(1)
  })

  test('who confirms the earlier text later is asked then', async () => {
    await changedLetter(version => [aPendingSignature({ letterVersion: version('fr') })])
    expect(await askToReconfirm()).toBe(0)
    await database.signature.updateMany({ data: { status: 'confirmed', confirmedAt: new Date() } })
    expect(await askToReconfirm()).toBe(1)
  })

  test('again about the next material change, and not about a correction', async () => {
    const { change, publish } = await changedLetter(camilleSigned)
    expect(await askToReconfirm()).toBe(1)
    change('fr', 'A comma.')
    await publish({ fr: 'correction' })
    expect(await askToReconfirm()).toBe(0)
    change('fr', 'A new demand.')
    await publish({ fr: 'material' })
    expect(await askToReconfirm()).toBe(1)
  })
})

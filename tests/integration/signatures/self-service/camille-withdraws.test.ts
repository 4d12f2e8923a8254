import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { env } from '#lib/env/env.ts'
import { exportSignatures } from '#lib/exports/formats/export-signatures.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { readFilterOptions } from '#lib/signatures/filters/read-filter-options.ts'
import { listSignatories, signatoryFilters } from '#lib/signatures/list-signatories.ts'
import { listStatements } from '#lib/signatures/list-statements.ts'
import { readConfirmationLink } from '#lib/signatures/read-confirmation-link.ts'
import { requestMagicLink } from '#lib/signatures/self-service/request-magic-link.ts'
import {
  openSignatorySession,
  readOwnSignature,
} from '#lib/signatures/self-service/signatory-session.ts'
import { withdrawSignature } from '#lib/signatures/self-service/withdraw-signature.ts'
import { forgetTally, readTally } from '#lib/signatures/tally.ts'
import { reportName } from '#lib/signatures/trust/report-name.ts'
import { dumpDatabase } from '../../../support/database/dump-database.ts'
import { emptyDatabase } from '../../../support/database/empty-database.ts'
import { deliverMails, tokenIn } from '../../../support/fakes/transport.ts'
import {
  correct,
  openOwnSignature,
  signAndConfirm,
  signatureOf,
} from '../../../support/people/self-service.ts'
import { signLetter } from '../../../support/people/sign-letter.ts'
import { amina, camille, details, idris } from '../../../support/people/signatories.ts'

const zoe = details({
  email: 'zoe.lefevre@clinique.example',
  name: 'Zoé Lefèvre',
  organisation: 'Clinique des Tilleuls',
  role: 'Sage-femme',
  country: 'LU',
  category: 'faith',
  statement: 'Mon service s’est arrêté neuf jours.',
  wantsUpdates: true,
  networkHash: 'hash-of-zoes-network',
  referrerHost: 'gazette.example',
  cameFrom: 'poster-of-the-ward',
})

/** What must be nowhere once she has withdrawn. */
const PERSONAL =
  /zo[eé]|lef[eè]vre|clinique|tilleuls|sage-femme|neuf jours|"LU"|"faith"|zoes-network|gazette|of-the-ward/i

beforeEach(emptyDatabase)

async function everywhere() {
  const [list, statements, exported] = await Promise.all([
    listSignatories(signatoryFilters.parse({ limit: '100' })),
    listStatements(),
    exportAll(),
  ])
  return JSON.stringify({ list, statements }) + exported
}

async function exportAll() {
  const output = new PassThrough()
  const filters = readFilterOptions({ status: 'all' })
  const request = { database: env.DATABASE_URL ?? '', format: 'json', filters, output } as const
  const [written] = await Promise.all([text(output), exportSignatures(request)])
  return written
}

describe('Zoé withdraws', () => {
  test('nothing of her is left anywhere: not in the list, the wall, an export, any table', async () => {
    await signLetter({ ...idris, email: zoe.email, name: 'Zoé Lefèvre-Idris' }, new Date(0))
    await signAndConfirm(camille)
    const { id } = await signAndConfirm(zoe)
    await database.signature.update({ where: { id }, data: { statementStatus: 'approved' } })
    await reportName({ id, reason: 'other' }, '203.0.113.7')
    const session = await openOwnSignature(zoe)
    await correct(zoe, session, { role: 'Sage-femme cheffe' })
    await signLetter(zoe)
    expect(await everywhere()).toMatch(PERSONAL)
    expect(await dumpDatabase()).toMatch(PERSONAL)
    expect(await readTally()).toMatchObject({ signatures: 2, countries: 2 })

    expect(await withdrawSignature(session, false)).toEqual({ outcome: 'withdrawn' })
    expect(await readTally()).toMatchObject({ signatures: 1, countries: 1 })
    expect(await everywhere()).not.toMatch(PERSONAL)
    const [last, ...others] = await deliverMails()
    expect(others).toEqual([])
    expect(last).toMatchObject({ to: zoe.email, subject: expect.stringMatching(/retirée/) })
    expect(last?.text).not.toMatch(/Zoé|Lefèvre/)
    expect(await dumpDatabase()).not.toMatch(PERSONAL)
    expect(await database.nameReport.count()).toBe(0)
  })

  test('what is left shows that a withdrawal happened, and when', async () => {
    await signAndConfirm(zoe)
    const session = await openOwnSignature(zoe)
    const now = new Date()
    await withdrawSignature(session, false, now)
    const left = await database.signature.findMany({ include: { events: true } })
    expect(left).toMatchObject([
      { status: 'withdrawn', withdrawnAt: now, email: '', emailKey: null, name: '' },
    ])
    expect(left[0]?.events.map(({ kind }) => kind).sort()).toEqual(['confirmed', 'withdrawn'])
  })

  test('a count that had begun before is not what the tally says afterwards', async () => {
    await signAndConfirm(zoe)
    const begun = readTally(0)
    await Promise.resolve()
    forgetTally()
    expect(await begun).toMatchObject({ signatures: 1 })
    await database.signature.updateMany({ data: { status: 'withdrawn' } })
    expect(await readTally(60)).toMatchObject({ signatures: 0 })
  })

  test('her session and her links end with it, and no second withdrawal is written', async () => {
    await signAndConfirm(zoe)
    const session = await openOwnSignature(zoe)
    await requestMagicLink(zoe.email, new Date(Date.now() + 600_000))
    const second = tokenIn((await deliverMails()).at(-1))
    await withdrawSignature(session, false)
    expect(await readOwnSignature(session)).toBeNull()
    expect(await openSignatorySession(second)).toBeNull()
    expect(await withdrawSignature(session, false)).toEqual({ outcome: 'no-session' })
    expect(await database.signatureEvent.count({ where: { kind: 'withdrawn' } })).toBe(1)
  })

  test('another’s signature stays as it was', async () => {
    const before = await signAndConfirm(amina)
    await signAndConfirm(zoe)
    await withdrawSignature(await openOwnSignature(zoe), true)
    expect(await deliverMails()).toEqual([])
    expect(await signatureOf(amina)).toEqual(before)
  })

  test('one that is held is withdrawn as well', async () => {
    const held = details({ email: 'held@example.org', name: 'Emmanuel Macron' })
    await signAndConfirm(held)
    await withdrawSignature(await openOwnSignature(held), false)
    expect(await database.signature.findMany()).toMatchObject([
      { status: 'withdrawn', holdReasons: [] },
    ])
  })
})

describe('the link of before her withdrawal', () => {
  test('revives nothing, and says that she withdrew', async () => {
    await signLetter(zoe)
    const old = tokenIn((await deliverMails())[0])
    await confirmSignature(old)
    await withdrawSignature(await openOwnSignature(zoe), false)
    const before = await dumpDatabase()
    expect(await readConfirmationLink(old)).toEqual({ state: 'withdrawn' })
    expect(await confirmSignature(old)).toEqual({ outcome: 'withdrawn' })
    expect(await dumpDatabase()).toBe(before)
  })
})

describe('afterwards', () => {
  test('she may sign again: a new signature, confirmed by a new mail', async () => {
    const first = await signAndConfirm(zoe)
    await withdrawSignature(await openOwnSignature(zoe), false)
    const second = await signAndConfirm(zoe)
    expect(second).toMatchObject({ status: 'confirmed', name: zoe.name })
    expect(second.id).not.toBe(first.id)
    expect(await readTally(0)).toMatchObject({ signatures: 1 })
  })

  test('with the wish for no mail, nobody makes the site write to her: no row, no mail', async () => {
    await signAndConfirm(zoe)
    await withdrawSignature(await openOwnSignature(zoe), true)
    const before = await dumpDatabase()
    expect(before).toContain('suppression')
    expect(before).not.toMatch(PERSONAL)
    const same = await signLetter(camille)
    for (const email of [zoe.email, 'Zoe.Lefevre+x@clinique.example'.toLowerCase()]) {
      expect(await signLetter({ ...idris, email })).toEqual(same)
      await requestMagicLink(email)
    }
    expect((await deliverMails()).map(({ to }) => to)).toEqual([camille.email])
    expect(await database.signature.count()).toBe(2)
    expect(await dumpDatabase()).not.toMatch(PERSONAL)
  })

  test('without that wish, no suppression is kept', async () => {
    await signAndConfirm(zoe)
    await withdrawSignature(await openOwnSignature(zoe), false)
    expect(await database.suppression.count()).toBe(0)
  })
})

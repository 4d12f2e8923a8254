import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { retention } from '#lib/content/campaign.ts'
import { UNFINISHED_DAYS } from '#lib/content/limits.ts'
import { LOG_MONTHS } from '#lib/content/periods.ts'
import { database } from '#lib/database/client.ts'
import { enforceRetention, previewRetention } from '#lib/retention/enforce-retention.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { reportName } from '#lib/signatures/trust/report-name.ts'
import { dumpDatabase } from '../../support/database/dump-database.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails, tokenIn } from '../../support/fakes/transport.ts'
import { openOwnSignature, signAndConfirm, signatureOf } from '../../support/people/self-service.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { amina, camille, details, idris } from '../../support/people/signatories.ts'

const START = Date.now()
const DAY_MS = 24 * 60 * 60 * 1000
const onDay = (days: number, ms = 0) => new Date(START + days * DAY_MS + ms)
const { pendingDays, networkDays } = retention()

const fromHome = { ...camille, networkHash: 'hash-of-camilles-network' }

beforeEach(emptyDatabase)

const rowsOf = async (name: string, now: Date) =>
  (await previewRetention(now)).find(line => line.name === name)?.rows

test(`a list from paper that nobody took in goes after ${UNFINISHED_DAYS} days, with its rows`, async () => {
  const list = { fileName: 'list.csv', locale: 'fr', organiserId: randomUUID() }
  for (const status of ['uploaded', 'checked', 'importing', 'imported'] as const) {
    const rows = { create: { number: 2, cells: ['Camille Roux'] } }
    await database.paperBatch.create({ data: { ...list, status, createdAt: onDay(0), rows } })
  }
  expect(await rowsOf('paper', onDay(UNFINISHED_DAYS))).toBe(0)
  await enforceRetention(onDay(UNFINISHED_DAYS, 1))
  const left = await database.paperBatch.findMany({
    orderBy: { status: 'asc' },
    include: { rows: true },
  })
  expect(left.map(({ status, rows }) => [status, rows.length])).toEqual([
    ['importing', 1],
    ['imported', 1],
  ])
})

describe('what nobody confirmed', () => {
  test(`is deleted after ${pendingDays} days, whole, and not a moment before`, async () => {
    await signLetter(fromHome, onDay(0))
    await enforceRetention(onDay(pendingDays))
    expect(await database.signature.count()).toBe(1)
    await enforceRetention(onDay(pendingDays, 1))
    expect(await dumpDatabase()).not.toMatch(/camille/i)
  })

  test('stays as long as the link of the newest mail works', async () => {
    await signLetter(camille, onDay(0))
    await signLetter(camille, onDay(pendingDays - 1))
    const token = tokenIn((await deliverMails()).at(-1))
    await enforceRetention(onDay(pendingDays + 1))
    expect(await confirmSignature(token, onDay(pendingDays + 2))).toEqual({ outcome: 'confirmed' })
  })

  test('what was confirmed, held or withdrawn is not touched by it', async () => {
    await signAndConfirm(camille, onDay(0))
    await signAndConfirm(details({ email: 'x@mailinator.com' }), onDay(0))
    await enforceRetention(onDay(pendingDays + 1))
    expect(await database.signature.count()).toBe(2)
  })
})

describe('what stands for a network', () => {
  test(`is deleted after ${networkDays} days, wherever it is`, async () => {
    const { id } = await signAndConfirm(fromHome, onDay(0))
    await reportName({ id, reason: 'other' }, '203.0.113.5')
    const { networkHash } = await database.nameReport.findFirstOrThrow()
    await enforceRetention(onDay(networkDays))
    expect(await signatureOf(camille)).toMatchObject({ networkHash: fromHome.networkHash })
    await enforceRetention(onDay(networkDays + 1))
    const left = await dumpDatabase()
    expect(left).not.toContain(fromHome.networkHash)
    expect(left).not.toContain(networkHash)
    expect(await signatureOf(camille)).toMatchObject({ status: 'confirmed', email: camille.email })
  })

  test('is kept with a link only as long as with the signature', async () => {
    await signLetter({ ...idris, email: camille.email, networkHash: 'hash-of-idris' }, onDay(0))
    const token = tokenIn((await deliverMails())[0])
    await signLetter(fromHome, onDay(1))
    await confirmSignature(token, onDay(2))
    expect(await dumpDatabase()).not.toContain('hash-of-idris')
  })
})

test('links and sessions that have ended go a day later', async () => {
  await signAndConfirm(camille, onDay(0))
  await openOwnSignature(camille, onDay(0))
  await enforceRetention(onDay(1))
  expect(await database.magicLink.count()).toBe(1)
  await enforceRetention(onDay(1.1))
  expect(await database.magicLink.count()).toBe(0)
  expect(await database.signatorySession.count()).toBe(0)
})

test(`lines about deletions go after ${LOG_MONTHS} months`, async () => {
  await signLetter(camille, onDay(0))
  await enforceRetention(onDay(pendingDays + 1))
  expect(await database.retentionRun.count()).toBe(1)
  await enforceRetention(onDay(366 + pendingDays + 2))
  expect(await database.retentionRun.findMany()).toMatchObject([{ rule: 'logs', rows: 1 }])
})

describe('the dry run', () => {
  test('says exactly what is then done, and changes nothing', async () => {
    for (let n = 0; n < 7; n += 1) {
      await signLetter({ ...fromHome, email: `old${n}@example.org` }, onDay(0))
    }
    await signAndConfirm(fromHome, onDay(1))
    await signAndConfirm({ ...amina, networkHash: 'x' }, onDay(2))
    await openOwnSignature(camille, onDay(3))
    await signLetter(details({ email: 'new@example.org' }), onDay(44))
    const counts = { written: 1, sent: 1, delivered: 1, bounced: 0, complained: 0, asked: 1 }
    for (const domain of ['camille-roux.example', '']) {
      await database.mailDailyStats.create({
        data: { ...counts, confirmed: 1, day: onDay(1), domain },
      })
    }
    const now = onDay(45)
    const before = await dumpDatabase()
    const said = await previewRetention(now)
    expect(await dumpDatabase()).toBe(before)
    const done = await enforceRetention(now)
    expect(done).toEqual(said)
    expect(done.map(({ name, rows }) => [name, rows])).toEqual([
      ['pending', 7],
      ['network', 2],
      ['removed', 0],
      ['addresses', 0],
      ['links', 2],
      ['paper', 0],
      ['domains', 1],
      ['approvals', 0],
      ['signing-rules', 0],
      ['bounces', 0],
      ['logs', 0],
    ])
    expect((await previewRetention(now)).every(({ rows }) => rows === 0)).toBe(true)
  })

  test('what went is told to organisers, rule by rule; what did not is not', async () => {
    await signLetter(camille, onDay(0))
    expect(await rowsOf('pending', onDay(pendingDays + 1))).toBe(1)
    await enforceRetention(onDay(pendingDays + 1))
    await enforceRetention(onDay(pendingDays + 1))
    expect(await database.retentionRun.findMany()).toMatchObject([{ rule: 'pending', rows: 1 }])
  })
})

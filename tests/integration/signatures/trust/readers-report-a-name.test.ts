import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { enforceRetention } from '#lib/retention/enforce-retention.ts'
import { listSignatories, signatoryFilters } from '#lib/signatures/list-signatories.ts'
import { readTally } from '#lib/signatures/tally.ts'
import { HOLD_REASONS } from '#lib/signatures/trust/hold-reasons.ts'
import { readReportableName, reportName } from '#lib/signatures/trust/report-name.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import { dumpDatabase } from '../../../support/database/dump-database.ts'
import { emptyDatabase } from '../../../support/database/empty-database.ts'
import { insertSignatures } from '../../../support/people/factories/insert-signatures.ts'
import { aPendingSignature, aSignature } from '../../../support/people/factories/signature.ts'
import { agree, dismiss, readReported, release } from '../../../support/people/organiser-acts.ts'

const joke = aSignature({ name: 'Mickey Mouse', email: 'mickey@example.org' })
let readers = 0

/** A reader on a network that no other test reports from. */
function aReader() {
  readers += 1
  return `198.51.${readers}.7`
}

const report = (address = aReader(), id = joke.id) =>
  reportName({ id, reason: 'not-real' }, address)

const listed = async () =>
  (await listSignatories(signatoryFilters.parse({}))).signatories.map(({ name }) => name)

beforeEach(async () => {
  await emptyDatabase()
  await insertSignatures(database, [joke])
})

describe('readers report a name', () => {
  test('three on different networks: it is hidden at once, and not counted', async () => {
    expect(HOLD_REASONS.reported.threshold).toBe(3)
    await report()
    await report()
    expect(await listed()).toEqual(['Mickey Mouse'])
    expect(await report()).toEqual({ outcome: 'taken' })
    expect(await listed()).toEqual([])
    expect(await readTally()).toMatchObject({ signatures: 0 })
    expect(await database.signature.findMany()).toMatchObject([
      { status: 'held', holdReasons: ['reported'] },
    ])
  })

  test('one network, however often, is one report', async () => {
    const address = aReader()
    for (let times = 0; times < 10; times += 1) await report(address)
    expect(await database.nameReport.count()).toBe(1)
    expect(await listed()).toEqual(['Mickey Mouse'])
  })

  test.each([
    ['one house', (at: number) => `2001:db8:5:5::${at}`],
    ['three /64 of one household’s /56', (at: number) => `2001:db8:6:10${at}::1`],
    ['one /48 that somebody rents', (at: number) => `2001:db8:7:${at}00::1`],
    ['a /48 of 6to4', (at: number) => `2002:cb00:7109:${at}::1`],
    ['one /24', (at: number) => `203.0.113.${at}`],
  ])('%s is one person', async (_, addressOf) => {
    for (let at = 1; at < 10; at += 1) await report(addressOf(at))
    expect(await database.nameReport.count()).toBe(1)
    expect(await listed()).toEqual(['Mickey Mouse'])
  })

  test('three at the same moment are three', async () => {
    await Promise.all([report(), report(), report()])
    expect(await listed()).toEqual([])
    expect(await database.signatureEvent.count({ where: { kind: 'held' } })).toBe(1)
  })

  test('released by an organiser, the same readers do not hide it again', async () => {
    const three = [aReader(), aReader(), aReader()]
    for (const reader of three) await report(reader)
    await release(joke.id)
    expect(await listed()).toEqual(['Mickey Mouse'])
    expect(await readReported()).toEqual([])
    for (const reader of [...three, ...three]) await report(reader)
    expect(await listed()).toEqual(['Mickey Mouse'])
    expect(await readReported()).toEqual([])
  })

  test('it takes more of others than before, each time that organisers decide', async () => {
    const reportBy = async (people: number) => {
      for (let person = 0; person < people; person += 1) await report()
    }
    await reportBy(3)
    await release(joke.id)
    await reportBy(3)
    expect(await listed()).toEqual(['Mickey Mouse'])
    await reportBy(1)
    expect(await listed()).toEqual([])
    await release(joke.id)
    await reportBy(7)
    expect(await listed()).toEqual(['Mickey Mouse'])
    await reportBy(1)
    expect(await listed()).toEqual([])
  })

  test('what was decided stands when the networks of the reports are forgotten', async () => {
    const three = [aReader(), aReader(), aReader()]
    for (const reader of three) await report(reader)
    await release(joke.id)
    await enforceRetention(new Date(Date.now() + 40 * DAY_MS))
    expect(await database.nameReport.findMany()).toMatchObject(Array(3).fill({ networkHash: null }))
    for (const reader of three) await report(reader)
    expect(await listed()).toEqual(['Mickey Mouse'])
  })

  test('one is enough for an organiser who agrees; none is not', async () => {
    expect(await agree(joke.id)).toBe(false)
    await report()
    expect(await readReported()).toMatchObject([{ id: joke.id, reports: ['not-real'] }])
    expect(await agree(joke.id)).toBe(true)
    expect(await listed()).toEqual([])
    expect(await readTally()).toMatchObject({ signatures: 0 })
    expect(await readReported()).toEqual([])
  })

  test('an organiser who finds nothing wrong is done with it', async () => {
    await report()
    await report()
    await dismiss(joke.id)
    expect(await readReported()).toEqual([])
    await report()
    expect(await listed()).toEqual(['Mickey Mouse'])
  })

  test('many found right at once, or one by one: all of it stands', async () => {
    const three = [aReader(), aReader()]
    for (const reader of three) await report(reader)
    await dismiss(joke.id)
    for (const reader of [...three, aReader()]) await report(reader)
    expect(await listed()).toEqual(['Mickey Mouse'])
  })

  test('no address of a reader is kept', async () => {
    const address = aReader()
    await report(address)
    expect(await dumpDatabase()).not.toContain(address)
  })
})

describe('nobody learns from reporting', () => {
  test('a name that is unknown, hidden or pending gets the same answer, and no report', async () => {
    const hidden = aSignature({ isPublic: false })
    const hiddenByOrganisers = aSignature({ isHidden: true })
    const pending = aPendingSignature()
    await insertSignatures(database, [hidden, hiddenByOrganisers, pending])
    for (const id of [hidden.id, hiddenByOrganisers.id, pending.id, crypto.randomUUID()]) {
      expect(await report(aReader(), id)).toEqual({ outcome: 'taken' })
      expect(await readReportableName(id)).toBeNull()
    }
    expect(await database.nameReport.count()).toBe(0)
  })

  test.each([
    [{}],
    [{ id: 'x', reason: 'other' }],
    [{ id: joke.id, reason: 'because' }],
    [{ id: [joke.id, joke.id], reason: 'other' }],
    [null],
  ])('%j is no report', async values => {
    expect(await reportName(values, aReader())).toEqual({ outcome: 'invalid' })
  })

  test('a network that reports all day long is told to wait', async () => {
    const address = '203.0.113.200'
    const outcomes: string[] = []
    for (let times = 0; times < 30; times += 1) outcomes.push((await report(address)).outcome)
    expect(outcomes.slice(0, 20)).not.toContain('too-many')
    expect(outcomes.slice(20)).not.toContain('taken')
  })
})

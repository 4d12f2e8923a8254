import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { listSignatories, signatoryFilters } from '#lib/signatures/list-signatories.ts'
import { readTally } from '#lib/signatures/tally.ts'
import { HOLD_REASONS } from '#lib/signatures/trust/hold-reasons.ts'
import { readReportableName, reportName } from '#lib/signatures/trust/report-name.ts'
import { emptyDatabase } from '../../support/database.ts'
import { insertSignatures } from '../../support/factories/insert-signatures.ts'
import { aPendingSignature, aSignature } from '../../support/factories/signature.ts'
import { agree, dismiss, readReported, release } from '../../support/organiser-acts.ts'
import { dumpDatabase } from '../../support/whole-database.ts'

const joke = aSignature({ name: 'Mickey Mouse', email: 'mickey@example.org' })
let readers = 0

/** A reader on a network that no other test reports from. */
function aReader() {
  readers += 1
  return `198.51.100.${readers}`
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

  test('one household of IPv6 is one network', async () => {
    for (let times = 1; times < 10; times += 1) await report(`2001:db8:5:5::${times}`)
    expect(await database.nameReport.count()).toBe(1)
  })

  test('three at the same moment are three', async () => {
    await Promise.all([report(), report(), report()])
    expect(await listed()).toEqual([])
    expect(await database.signatureEvent.count({ where: { kind: 'held' } })).toBe(1)
  })

  test('released by an organiser, it starts from none', async () => {
    for (let times = 0; times < 3; times += 1) await report()
    await release(joke.id)
    expect(await listed()).toEqual(['Mickey Mouse'])
    expect(await database.nameReport.count()).toBe(0)
    await report()
    await report()
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
    const address = aReader()
    const outcomes: string[] = []
    for (let times = 0; times < 30; times += 1) outcomes.push((await report(address)).outcome)
    expect(outcomes.slice(0, 20)).not.toContain('too-many')
    expect(outcomes.slice(20)).not.toContain('taken')
  })
})

import { beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { newToken } from '#lib/security/tokens.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { rejectRequest } from '#lib/signatures/reject-request.ts'
import { correctSignature } from '#lib/signatures/self-service/correct-signature.ts'
import { withdrawSignature } from '#lib/signatures/self-service/withdraw-signature.ts'
import { readTally } from '#lib/signatures/tally.ts'
import { reportName } from '#lib/signatures/trust/report-name.ts'
import { dumpDatabase } from '../../../support/database/dump-database.ts'
import { emptyDatabase } from '../../../support/database/empty-database.ts'
import { codeIn, deliverMails, rejectTokenIn, tokenIn } from '../../../support/fakes/transport.ts'
import { release } from '../../../support/people/organiser-acts.ts'
import {
  confirmByCode,
  formChoices,
  openOwnSignature,
  signAndConfirm,
} from '../../../support/people/self-service.ts'
import { signLetter } from '../../../support/people/sign-letter.ts'
import { camille } from '../../../support/people/signatories.ts'
import { lookAtStates, recountFromHistory } from './observed-moves.ts'

const AT_ONCE = 50
const ROUNDS = 4

/** What the pool, its driver and Prisma say where no connection is free in time. */
const TOO_BUSY = /does not answer|timeout exceeded|Unable to start a transaction/

beforeEach(emptyDatabase)

const times = (count: number, act: (place: number) => Promise<unknown>) =>
  Array.from({ length: count }, (_, place) => () => act(place))

/** Starts all of them without waiting, in an order of their own each round. */
async function together(round: number, acts: (() => Promise<unknown>)[]) {
  const order = acts.map((act, place) => ({ act, key: (place * 7919 + round * 104_729) % 101 }))
  await Promise.all(order.toSorted((a, b) => a.key - b.key).map(({ act }) => untilAnswered(act)))
}

/** Who is told that the site is too busy sends again, as its page asks her to. */
async function untilAnswered(act: () => Promise<unknown>): Promise<unknown> {
  return act().catch(error => {
    if (TOO_BUSY.test(String(error))) return untilAnswered(act)
    throw error
  })
}

async function expectTallyToBeARecount() {
  const recount = recountFromHistory(await lookAtStates())
  expect(await database.signature.count({ where: { status: 'confirmed' } })).toBe(recount)
  expect((await readTally(0)).signatures).toBe(recount)
  return recount
}

/** A session while it still waits: no request gives one, so that the race is as hard as it can be. */
async function sessionOf(signatureId: string) {
  const { id, token, tokenHash } = newToken('own-session')
  const expiresAt = new Date(Date.now() + 60_000)
  await database.signatorySession.create({ data: { id, tokenHash, signatureId, expiresAt } })
  return token
}

const correctTo = (session: string, name: string) =>
  correctSignature(session, { name, public: 'on' }, formChoices())

test(`${AT_ONCE} confirmations, withdrawals and corrections of one signature end in one state`, async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    await emptyDatabase()
    await signLetter(camille)
    const token = tokenIn((await deliverMails())[0])
    const { id } = await database.signature.findFirstOrThrow()
    const session = await sessionOf(id)
    await together(round, [
      ...times(20, () => confirmSignature(token)),
      ...times(10, () => withdrawSignature(session, false)),
      ...times(20, place => correctTo(session, `Camille the ${place}th`)),
    ])
    const [signature, ...others] = await database.signature.findMany({ include: { events: true } })
    expect(others).toEqual([])
    expect(signature).toMatchObject({ status: 'withdrawn', name: '', email: '', emailKey: null })
    const kinds = signature?.events.map(({ kind }) => kind) ?? []
    expect(kinds.filter(kind => kind === 'withdrawn')).toHaveLength(1)
    expect(kinds.filter(kind => kind === 'confirmed').length).toBeLessThanOrEqual(1)
    expect((await deliverMails()).map(({ to }) => to)).toEqual([camille.email])
    expect(await dumpDatabase()).not.toMatch(/Camille|camille/)
    expect(await expectTallyToBeARecount()).toBe(0)
  }
})

test(`${AT_ONCE} corrections of a confirmed signature: one of them stands, whole`, async () => {
  await signAndConfirm(camille)
  const session = await openOwnSignature(camille)
  await together(
    1,
    times(AT_ONCE, place =>
      correctSignature(
        session,
        { name: `Camille ${place}`, statement: `Because of ${place}`, public: 'on' },
        formChoices(),
      ),
    ),
  )
  const [signature] = await database.signature.findMany()
  const place = /^Camille (\d+)$/.exec(signature?.name ?? '')?.[1]
  expect(signature).toMatchObject({
    status: 'confirmed',
    statement: `Because of ${place}`,
    statementStatus: 'waiting',
    searchKey: `camille ${place}`,
  })
  expect(await expectTallyToBeARecount()).toBe(1)
})

test('confirming and "it was not me" at once: counted or gone, never half of it', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    await emptyDatabase()
    await signLetter(camille)
    const [mail] = await deliverMails()
    const [token, reject, code] = [tokenIn(mail), rejectTokenIn(mail), codeIn(mail)]
    const outcomes: string[] = []
    const note = async (act: Promise<{ outcome: string }>) => outcomes.push((await act).outcome)
    await together(round, [
      ...times(20, () => note(confirmSignature(token))),
      ...times(5, () => note(confirmByCode(camille.email, code))),
      ...times(25, () => note(rejectRequest(reject, false))),
    ])
    const count = await expectTallyToBeARecount()
    expect(await database.signature.count()).toBe(count)
    expect(outcomes.filter(outcome => outcome === 'erased')).toHaveLength(1 - count)
    expect(outcomes.filter(outcome => outcome === 'confirmed')).toHaveLength(count)
    if (count === 0) expect(outcomes).not.toContain('already-confirmed')
  }
})

test('reports, releases and a withdrawal at once: withdrawn, and it stays so', async () => {
  const { id } = await signAndConfirm(camille)
  const session = await openOwnSignature(camille)
  await together(3, [
    ...times(20, place => reportName({ id, reason: 'not-real' }, `2001:db8:a:${place}::1`)),
    ...times(20, () => release(id)),
    ...times(10, () => withdrawSignature(session, false)),
  ])
  expect(await database.signature.findMany()).toMatchObject([{ status: 'withdrawn' }])
  expect(await expectTallyToBeARecount()).toBe(0)
  expect(await release(id)).toBe(false)
})

import { beforeEach, describe, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { approve } from '#lib/approvals/decide-approval.ts'
import { EVERYONE } from '#lib/broadcasts/audience.ts'
import { countRecipients } from '#lib/broadcasts/count-recipients.ts'
import { enqueueBroadcasts } from '#lib/broadcasts/enqueue-broadcast.ts'
import {
  cancelBroadcast,
  pauseBroadcast,
  resumeBroadcast,
} from '#lib/broadcasts/pause-broadcast.ts'
import { countSent, readFrequency } from '#lib/broadcasts/read-broadcasts.ts'
import { askToStartBroadcast, startBroadcast } from '#lib/broadcasts/start-broadcast.ts'
import { writeBroadcast } from '#lib/broadcasts/write-broadcast.ts'
import { database } from '#lib/database/client.ts'
import { saveSetting } from '#lib/settings/settings.ts'
import { suppressAddress } from '#lib/suppression/suppression.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails, passTime } from '../../support/fakes/transport.ts'
import { NEWS } from '../../support/people/broadcast-texts.ts'
import {
  aDraft,
  feedAll,
  newsReaders,
  progressOf,
  revisionOf,
} from '../../support/people/broadcasts.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aPendingSignature, aSignature } from '../../support/people/factories/signature.ts'
import { anOrganiser, readAuditEvents } from '../../support/people/organisers.ts'

let lucie: Organiser
let karim: Organiser

beforeEach(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'moderator')
  karim = await anOrganiser('Karim', 'owner')
})

const recipientsOf = async (id: string) =>
  (await database.mail.findMany({ where: { broadcastId: id, kind: 'broadcast' } })).map(
    ({ signatureId }) => signatureId,
  )

test('it goes to who confirmed and wished it, in her language, and to nobody else', async () => {
  const [french] = await newsReaders(1)
  const [english] = await newsReaders(1, { locale: 'en', name: '<b>{name}</b> O’Hara' })
  const [unwilling] = await newsReaders(1)
  await database.$transaction(transaction =>
    suppressAddress(transaction, unwilling?.emailKey ?? '', 'bounced'),
  )
  await insertSignatures(database, [
    aSignature(),
    aPendingSignature({ wantsUpdates: true }),
    aSignature({ wantsUpdates: true, status: 'withdrawn', emailKey: null, email: '' }),
  ])
  const id = await aDraft(lucie)
  expect(await startBroadcast(lucie, await revisionOf(id))).toEqual({ outcome: 'started' })
  expect(await feedAll()).toBe(2)
  await passTime()
  const messages = await deliverMails()
  expect(messages.map(({ to, subject }) => [to, subject]).sort()).toEqual(
    [
      [french?.email, NEWS.fr.subject],
      [english?.email, NEWS.en.subject],
    ].sort(),
  )
  const toEnglish = messages.find(({ to }) => to === english?.email)
  expect(toEnglish?.html).toContain('&lt;b&gt;{name}&lt;/b&gt; O’Hara')
  expect(toEnglish?.html).toContain('<em>before the summer</em>')
  expect(toEnglish?.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
  expect(await progressOf(id)).toEqual({ left: 0, sent: 2, failed: 0 })
  const events = await readAuditEvents()
  expect(events.find(({ kind }) => kind === 'broadcast-started')).toMatchObject({
    subject: id,
    rows: 3,
  })
})

test('several instances write everyone’s mail once, in the order of the rate', async () => {
  const people = await newsReaders(1_203)
  const id = await aDraft(lucie)
  await startBroadcast(lucie, await revisionOf(id))
  const start = Date.now()
  for (let minute = 0; minute < 40; minute += 1) {
    const now = new Date(start + minute * 60_000)
    await Promise.all([enqueueBroadcasts(now), enqueueBroadcasts(now), enqueueBroadcasts(now)])
  }
  const recipients = await recipientsOf(id)
  expect(recipients.sort()).toEqual(people.map(person => person.id).sort())
  const turns = await database.mail.findMany({ orderBy: { nextAttemptAt: 'asc' } })
  const [first, last] = [turns.at(0), turns.at(-1)].map(turn => turn?.nextAttemptAt.getTime() ?? 0)
  // 36,000 an hour: one each tenth of a second.
  expect((last ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(1_202 * 100)
})

test('paused, it stops; resumed, it reaches the others; nobody has it twice', async () => {
  const people = await newsReaders(700)
  const id = await aDraft(lucie)
  await startBroadcast(lucie, await revisionOf(id))
  await enqueueBroadcasts()
  await database.$executeRaw`
    UPDATE mail SET status = 'sent', sent_at = now() WHERE id IN (
      SELECT id FROM mail ORDER BY signature_id OFFSET 100 LIMIT 250)`
  expect(await pauseBroadcast(lucie, id)).toEqual({ outcome: 'moved' })
  expect(await progressOf(id)).toEqual({ left: 450, sent: 250, failed: 0 })
  expect((await countSent()).get(id)).toBe(250)
  expect(await enqueueBroadcasts()).toBe(0)

  await resumeBroadcast(karim, id)
  expect(await feedAll()).toBe(450)
  expect((await recipientsOf(id)).sort()).toEqual(people.map(person => person.id).sort())
})

test('one mail that a server puts off for hours holds up nobody else’s', async () => {
  await newsReaders(700)
  const id = await aDraft(lucie)
  await startBroadcast(lucie, await revisionOf(id))
  await enqueueBroadcasts()
  await database.$executeRaw`
    UPDATE mail SET attempts = 9, next_attempt_at = now() + interval '3 hours'
    WHERE id = (SELECT id FROM mail ORDER BY id LIMIT 1)`
  expect(await enqueueBroadcasts()).toBe(200)
})

test('cancelled, who has not had it does not get it', async () => {
  await newsReaders(3)
  const id = await aDraft(lucie)
  await startBroadcast(lucie, await revisionOf(id))
  await enqueueBroadcasts()
  expect(await cancelBroadcast(lucie, id)).toEqual({ outcome: 'moved' })
  expect(await resumeBroadcast(lucie, id)).toEqual({ outcome: 'not-there' })
  expect(await progressOf(id)).toEqual({ left: 3, sent: 0, failed: 0 })
  await passTime()
  expect(await deliverMails()).toEqual([])
  expect((await readAuditEvents()).map(({ kind }) => kind).slice(-2)).toEqual([
    'broadcast-started',
    'broadcast-cancelled',
  ])
})

test('who confirms after it began does not get it', async () => {
  await newsReaders(1)
  const id = await aDraft(lucie)
  await startBroadcast(lucie, await revisionOf(id))
  await newsReaders(1, { confirmedAt: new Date(Date.now() + 60_000) })
  expect(await feedAll()).toBe(1)
})

describe('a second organiser', () => {
  beforeEach(() => saveSetting(karim, 'broadcastsNeedApproval', true))

  test('approves these very texts, and is asked again when they change', async () => {
    await newsReaders(1)
    const id = await aDraft(lucie)
    expect(await startBroadcast(lucie, await revisionOf(id))).toEqual({ outcome: 'needs-approval' })
    expect(await askToStartBroadcast(lucie, await revisionOf(id), 'For Tuesday')).toEqual({
      outcome: 'asked',
    })
    const { id: question } = await database.approval.findFirstOrThrow()
    await approve(karim, question)
    await writeBroadcast(lucie, await revisionOf(id), {
      texts: { ...NEWS, en: { ...NEWS.en, subject: 'Other' } },
    })
    expect(await startBroadcast(lucie, await revisionOf(id))).toEqual({ outcome: 'needs-approval' })
    await writeBroadcast(lucie, await revisionOf(id), { texts: NEWS })
    expect(await startBroadcast(karim, await revisionOf(id))).toEqual({ outcome: 'needs-approval' })
    expect(await startBroadcast(lucie, await revisionOf(id))).toEqual({ outcome: 'started' })
  })
})

test('of many who press at once, one sends it', async () => {
  await newsReaders(1)
  const id = await aDraft(lucie)
  const read = await revisionOf(id)
  const outcomes = await Promise.all([lucie, karim, lucie].map(each => startBroadcast(each, read)))
  expect(outcomes.filter(({ outcome }) => outcome === 'started')).toHaveLength(1)
})

test('it is not sent with a language missing, nor to nobody, and its texts stand once it is sent', async () => {
  const id = await aDraft(lucie, { texts: { fr: NEWS.fr } })
  expect(await startBroadcast(lucie, await revisionOf(id))).toEqual({ outcome: 'incomplete' })
  await writeBroadcast(lucie, await revisionOf(id), { texts: NEWS, country: 'BE' })
  await newsReaders(1, { country: 'FR' })
  expect(await startBroadcast(lucie, await revisionOf(id))).toEqual({ outcome: 'nobody' })
  await newsReaders(2, { country: 'BE', locale: 'en' })
  const toBelgium = { ...EVERYONE, country: 'BE', privacyVersion: null }
  const byLanguage = [{ locale: 'en', count: 2 }]
  expect(await countRecipients(toBelgium)).toEqual({ byLanguage, total: 2 })
  await startBroadcast(lucie, await revisionOf(id))
  expect(await writeBroadcast(lucie, await revisionOf(id), { texts: {} })).toEqual({
    outcome: 'no-draft',
  })
  expect((await readFrequency()).recent).toBe(1)
})

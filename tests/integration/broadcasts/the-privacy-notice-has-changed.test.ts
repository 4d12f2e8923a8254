import { beforeEach, describe, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { approve } from '#lib/approvals/decide-approval.ts'
import { EVERYONE } from '#lib/broadcasts/audience.ts'
import { countRecipients } from '#lib/broadcasts/count-recipients.ts'
import { enqueueBroadcasts } from '#lib/broadcasts/enqueue-broadcast.ts'
import { readBroadcast } from '#lib/broadcasts/read-broadcasts.ts'
import { keepFirstNotice, readChangedNotice } from '#lib/broadcasts/read-privacy-notice.ts'
import { askToStartBroadcast, startBroadcast } from '#lib/broadcasts/start-broadcast.ts'
import { recordPrivacyNotice, tellOfPrivacyNotice } from '#lib/broadcasts/tell-of-privacy-notice.ts'
import { discardBroadcast, writeBroadcast } from '#lib/broadcasts/write-broadcast.ts'
import { privacyNoticeVersion } from '#lib/content/privacy-notice.ts'
import { database } from '#lib/database/client.ts'
import type { Signature } from '#lib/database/types.ts'
import { saveSetting } from '#lib/settings/settings.ts'
import { unsubscribe } from '#lib/signatures/stop-broadcasts.ts'
import { suppressAddress } from '#lib/suppression/suppression.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails, passTime } from '../../support/fakes/transport.ts'
import { feedAll, newsReaders, revisionOf } from '../../support/people/broadcasts.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aPendingSignature, aSignature } from '../../support/people/factories/signature.ts'
import { anOrganiser, readAuditEvents } from '../../support/people/organisers.ts'

const WHAT_CHANGED = {
  fr: { subject: 'Vos données', body: 'Nous gardons l’empreinte du réseau **30 jours**.' },
  en: { subject: 'Your data', body: 'We keep the fingerprint of the network for **30 days**.' },
}

let karim: Organiser
let lucie: Organiser

beforeEach(async () => {
  await emptyDatabase()
  karim = await anOrganiser('Karim', 'owner')
  lucie = await anOrganiser('Lucie', 'moderator')
})

/** People knew another page than the one that the site shows. */
function theNoticeHasChanged() {
  return database.privacyNotice.create({
    data: { version: 'a former page', recordedAt: new Date('2026-05-01T08:00:00Z') },
  })
}

async function begin() {
  const begun = await tellOfPrivacyNotice(karim)
  if (begun.outcome !== 'begun') throw new Error(begun.outcome)
  return begun.id
}

async function aWrittenMessage() {
  const id = await begin()
  await writeBroadcast(karim, await revisionOf(id), { texts: WHAT_CHANGED, country: 'BE' })
  return id
}

async function aList() {
  const { id } = await database.paperBatch.create({
    data: { fileName: 'list.csv', locale: 'fr', organiserId: karim.id },
  })
  return id
}

const start = async (organiser: Organiser, id: string) =>
  (await startBroadcast(organiser, await revisionOf(id))).outcome

test('the page that a site begins with is known, and nobody is told of it', async () => {
  await keepFirstNotice()
  await keepFirstNotice()
  expect(await database.privacyNotice.findMany()).toMatchObject([
    { version: privacyNoticeVersion() },
  ])
  expect(await readChangedNotice()).toBeNull()
  expect(await tellOfPrivacyNotice(karim)).toEqual({ outcome: 'notice-unchanged' })
  expect(await recordPrivacyNotice(karim)).toEqual({ outcome: 'notice-unchanged' })
})

test('a later look takes no changed page for the first one', async () => {
  await theNoticeHasChanged()
  await keepFirstNotice()
  expect(await readChangedNotice()).toMatchObject({ version: privacyNoticeVersion() })
})

describe('Karim, an owner, says so', () => {
  beforeEach(theNoticeHasChanged)

  test('it goes to everyone whose address is kept, wish for news or not, and to nobody else', async () => {
    const [wishes] = await newsReaders(1, { locale: 'en' })
    const wishesNone = aSignature({ name: 'Noor Haddad' })
    const paperBatchId = await aList()
    const asks = aSignature({ paperBatchId, wantsUpdates: true })
    const suppressed = aSignature()
    await suppressAddress(database, suppressed.email, 'bounced')
    await insertSignatures(database, [
      wishesNone,
      asks,
      suppressed,
      aSignature({ paperBatchId }),
      aSignature({ isTrial: true, wantsUpdates: true }),
      aSignature({ emailKey: null, email: '' }),
      aSignature({ status: 'held', holdReasons: ['imitation'] }),
      aPendingSignature(),
    ])
    const everyone = { ...EVERYONE, privacyVersion: privacyNoticeVersion() }
    expect((await countRecipients(everyone)).total).toBe(4)
    expect(await start(karim, await aWrittenMessage())).toBe('started')
    expect(await feedAll()).toBe(3)
    await passTime()
    const mails = await deliverMails()
    expect(mails.map(({ to }) => to).sort()).toEqual(
      [wishes?.email, wishesNone.email, asks.email].sort(),
    )
    const inEnglish = mails.find(({ to }) => to === wishes?.email)
    expect(inEnglish?.subject).toBe('Your data')
    expect(inEnglish?.text).toMatch(/We keep the fingerprint[\s\S]*\/en\/privacy\n/)
    expect(inEnglish?.headers).not.toHaveProperty('List-Unsubscribe')
    expect(inEnglish?.text).not.toContain('/unsubscribe')
  })

  test('once: then people know this version', async () => {
    await newsReaders(1)
    const id = await begin()
    expect(await begin()).toBe(id)
    await writeBroadcast(karim, await revisionOf(id), { texts: WHAT_CHANGED })
    await start(karim, id)
    expect(await readChangedNotice()).toBeNull()
    expect(await tellOfPrivacyNotice(karim)).toEqual({ outcome: 'notice-unchanged' })
    expect(await start(karim, id)).toBe('no-draft')
  })

  test('one message where two owners press at once', async () => {
    const ids = await Promise.all([begin(), begin(), begin()])
    expect(new Set(ids).size).toBe(1)
    expect(await readAuditEvents('broadcast-begun')).toHaveLength(1)
  })

  test('a draft that was discarded is begun anew; its text is written by hand', async () => {
    const id = await begin()
    expect((await readBroadcast(id))?.texts).toMatchObject({
      en: { subject: 'What we tell you about your data has changed', body: '' },
    })
    expect(await start(karim, id)).toBe('incomplete')
    await discardBroadcast(karim, id)
    expect(await begin()).not.toBe(id)
  })

  test('and a second person, where the campaign asks for one', async () => {
    await newsReaders(1)
    await saveSetting(karim, 'broadcastsNeedApproval', true)
    const id = await aWrittenMessage()
    expect(await start(karim, id)).toBe('needs-approval')
    await askToStartBroadcast(karim, await revisionOf(id), 'The notice has changed.')
    const { id: question } = await database.approval.findFirstOrThrow()
    await approve(await anOrganiser('Ana', 'owner'), question)
    expect(await start(karim, id)).toBe('started')
  })

  test('who stops the news meanwhile is told all the same; who withdraws is not', async () => {
    const [stops, withdraws] = (await newsReaders(2)) as [Signature, Signature]
    await start(karim, await aWrittenMessage())
    await enqueueBroadcasts()
    await unsubscribe(database, stops.id, { codes: ['page'] })
    await database.signature.update({
      where: { id: withdraws.id },
      data: { status: 'withdrawn', emailKey: null, email: '' },
    })
    await passTime()
    expect((await deliverMails()).map(({ to }) => to)).toEqual([stops.email])
  })

  test('a page that changed once more is not told of by the draft of before', async () => {
    await newsReaders(1)
    const id = await aWrittenMessage()
    await database.broadcast.update({ where: { id }, data: { privacyVersion: 'in between' } })
    expect(await start(karim, id)).toBe('notice-changed')
  })

  test('a typing mistake is recorded, and nobody is written to', async () => {
    await newsReaders(1)
    expect(await recordPrivacyNotice(karim)).toEqual({ outcome: 'notice-recorded' })
    expect(await readChangedNotice()).toBeNull()
    expect(await feedAll()).toBe(0)
    const events = await readAuditEvents()
    expect(events.at(-1)).toMatchObject({
      kind: 'privacy-notice-recorded',
      details: { version: privacyNoticeVersion() },
    })
  })
})

test('nobody but an owner sends it', async () => {
  await theNoticeHasChanged()
  await newsReaders(1)
  expect(await start(lucie, await aWrittenMessage())).toBe('owners-only')
  expect(await database.broadcast.findMany()).toMatchObject([{ status: 'draft' }])
})

import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { correctTypo } from '#lib/moderation/correct-typo.ts'
import { featureSignature, unfeatureSignature } from '#lib/moderation/feature-signature.ts'
import { hideName, showName } from '#lib/moderation/hide-name.ts'
import { holdSignature } from '#lib/moderation/hold-signature.ts'
import { readSignature } from '#lib/moderation/read-signature.ts'
import { releaseSignature } from '#lib/moderation/release-signature.ts'
import { removeSignature, restoreSignature } from '#lib/moderation/remove-signature.ts'
import { enforceRetention } from '#lib/retention/enforce-retention.ts'
import { listFeatured } from '#lib/signatures/list-featured.ts'
import { listSignatories, signatoryFilters } from '#lib/signatures/list-signatories.ts'
import { correctSignature } from '#lib/signatures/self-service/correct-signature.ts'
import { withdrawSignature } from '#lib/signatures/self-service/withdraw-signature.ts'
import { readTally } from '#lib/signatures/tally.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails } from '../../support/fakes/transport.ts'
import { IN_SILENCE, lea, readNow } from '../../support/people/organiser-acts.ts'
import { readAuditEvents } from '../../support/people/organisers.ts'
import { formChoices, openOwnSignature, signAndConfirm } from '../../support/people/self-service.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { camille, details } from '../../support/people/signatories.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const mickey = details({ name: 'Mickey Mouse', email: 'mickey@mailinator.com' })

const listed = async () =>
  (await listSignatories(signatoryFilters.parse({}))).signatories.map(({ name }) => name)

const lastEvent = (signatureId: string) =>
  database.signatureEvent.findFirst({ where: { signatureId }, orderBy: { id: 'desc' } })

beforeEach(emptyDatabase)

describe('Léa decides on what she read', () => {
  test('a held name that was corrected between her look and her press is not released', async () => {
    const { id } = await signAndConfirm(mickey)
    const read = await readNow(id)
    const session = await openOwnSignature(mickey)
    await correctSignature(session, { name: 'Ursula von der Leyen', public: 'on' }, formChoices())
    expect(await releaseSignature(lea, read)).toEqual({ outcome: 'changed' })
    expect(await listed()).toEqual([])
    expect(await readAuditEvents('signature-released')).toEqual([])
    expect(await releaseSignature(lea, await readNow(id))).toEqual({ outcome: 'done' })
    expect(await listed()).toEqual(['Ursula von der Leyen'])
  })

  test('two who release at the same moment release once', async () => {
    const { id } = await signAndConfirm(mickey)
    const read = await readNow(id)
    const outcomes = await Promise.all([releaseSignature(lea, read), releaseSignature(lea, read)])
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['done', 'not-possible'])
    expect(await readAuditEvents('signature-released')).toHaveLength(1)
    expect(await lastEvent(id)).toMatchObject({ kind: 'released', organiserId: lea.id })
  })

  test('a signature that is not there is not possible', async () => {
    const nobody = { id: crypto.randomUUID(), contents: 'a'.repeat(64) }
    expect(await holdSignature(lea, nobody, 'by_hand')).toEqual({ outcome: 'not-possible' })
  })

  test('held for a reason she chose, it no longer counts; the audit log and the history say why', async () => {
    const { id } = await signAndConfirm(camille)
    expect(await holdSignature(lea, await readNow(id), 'imitation')).toEqual({ outcome: 'done' })
    expect(await readTally(0)).toMatchObject({ signatures: 0 })
    expect(await lastEvent(id)).toMatchObject({ kind: 'held', codes: ['imitation'] })
    expect(await readAuditEvents('signature-held')).toMatchObject([
      { organiserId: lea.id, subject: id, rows: 1, details: { reason: 'imitation' } },
    ])
  })

  test('a hidden name counts on, whatever its owner wishes, until it is shown again', async () => {
    const { id } = await signAndConfirm(camille)
    await hideName(lea, await readNow(id))
    expect(await listed()).toEqual([])
    expect(await readTally(0)).toMatchObject({ signatures: 1 })
    const session = await openOwnSignature(camille)
    await correctSignature(session, { name: camille.name, public: 'on' }, formChoices())
    expect(await listed()).toEqual([])
    await showName(lea, await readNow(id))
    expect(await listed()).toEqual([camille.name])
  })
})

describe('Léa removes', () => {
  test('it counts and shows nowhere, and is put back where it stood, held or counted', async () => {
    const counted = await signAndConfirm(camille)
    const held = await signAndConfirm(mickey)
    for (const { id } of [counted, held]) await removeSignature(lea, await readNow(id), IN_SILENCE)
    expect(await readTally(0)).toMatchObject({ signatures: 0 })
    expect(await listed()).toEqual([])
    expect(await hideName(lea, await readNow(held.id))).toEqual({ outcome: 'not-possible' })
    for (const { id } of [counted, held]) await restoreSignature(lea, await readNow(id))
    expect(await database.signature.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
      { status: 'confirmed', removedAt: null },
      { status: 'held', holdReasons: ['disposable_address'], removedAt: null },
    ])
  })

  test('the address gets no mail by signing again, and its owner can still withdraw', async () => {
    const { id } = await signAndConfirm(camille)
    await removeSignature(lea, await readNow(id), IN_SILENCE)
    await signLetter(camille)
    expect(await deliverMails()).toEqual([])
    const session = await openOwnSignature(camille)
    expect(await withdrawSignature(session, false)).toEqual({ outcome: 'withdrawn' })
    expect(await restoreSignature(lea, await readNow(id))).toEqual({ outcome: 'not-possible' })
  })

  test('after 30 days its words are gone, and the address may sign again', async () => {
    const { id } = await signAndConfirm(mickey)
    await removeSignature(lea, await readNow(id), IN_SILENCE)
    await enforceRetention(new Date(Date.now() + 29 * DAY_MS))
    expect(await database.signature.findUnique({ where: { id } })).toMatchObject({
      name: 'Mickey Mouse',
    })
    await enforceRetention(new Date(Date.now() + 31 * DAY_MS))
    expect(await database.signature.findUnique({ where: { id } })).toMatchObject({
      status: 'removed',
      name: '',
      email: '',
      emailKey: null,
    })
    expect(await restoreSignature(lea, await readNow(id))).toEqual({ outcome: 'not-possible' })
    expect(await signAndConfirm(mickey)).toMatchObject({ status: 'held' })
  })
})

describe('Léa corrects and features', () => {
  test('a typo: the owner is told, the audit log keeps fields and codes and no words', async () => {
    const { id } = await signAndConfirm(
      details({ name: 'Camile Roux', country: 'FR', category: null }),
    )
    const correction = { name: 'Camille Roux', country: 'BE' }
    expect(await correctTypo(lea, await readNow(id), correction, formChoices())).toEqual({
      outcome: 'done',
    })
    expect(await database.signature.findUnique({ where: { id } })).toMatchObject({
      name: 'Camille Roux',
      searchKey: 'camille roux',
      country: 'BE',
    })
    expect(await readAuditEvents('signature-corrected')).toMatchObject([
      { details: { fields: ['name', 'country'], country: { before: 'FR', after: 'BE' } } },
    ])
    expect(JSON.stringify((await readAuditEvents()).map(event => event.details))).not.toMatch(/Rou/)
    const [mail] = await deliverMails()
    expect(mail).toMatchObject({ to: camille.email })
    expect(mail?.text).toContain('/my-signature')
    expect(mail?.text).toContain('Ce qui a été corrigé\u00a0: le nom, le pays.')
  })

  test('nothing changed, or a name that no form would take: nothing is done', async () => {
    const { id } = await signAndConfirm(
      details({ name: 'Camille Roux', country: null, category: null }),
    )
    const same = { name: 'Camille Roux' }
    expect(await correctTypo(lea, await readNow(id), same, formChoices())).toEqual({
      outcome: 'not-possible',
    })
    const formula = { name: '=HYPERLINK("x")' }
    expect(await correctTypo(lea, await readNow(id), formula, formChoices())).toEqual({
      outcome: 'invalid',
      errors: { name: 'formula' },
    })
    expect(await deliverMails()).toEqual([])
  })

  test('featured ones come in her order, and only while they are shown', async () => {
    const one = await signAndConfirm(details({ email: 'one@example.org', name: 'One' }))
    const two = await signAndConfirm(details({ email: 'two@example.org', name: 'Two' }))
    await featureSignature(lea, await readNow(one.id), 2)
    await featureSignature(lea, await readNow(two.id), 1)
    const names = async () => (await listFeatured()).map(({ name }) => name)
    expect(await names()).toEqual(['Two', 'One'])
    await hideName(lea, await readNow(two.id))
    expect(await names()).toEqual(['One'])
    expect(await featureSignature(lea, await readNow(two.id), 3)).toEqual({
      outcome: 'not-possible',
    })
    await unfeatureSignature(lea, await readNow(one.id))
    expect(await names()).toEqual([])
  })
})

test('the page of a signature tells who did what, and that it was seen', async () => {
  const { id } = await signAndConfirm(mickey)
  await releaseSignature(lea, await readNow(id))
  const detail = await readSignature(lea, id)
  expect(detail?.history.map(({ kind }) => kind)).toEqual(['held', 'released'])
  expect(detail).toMatchObject({ trust: { domain: 'mailinator.com', ofDomain: { count: 1 } } })
  expect(await readAuditEvents('signature-seen')).toMatchObject([{ subject: id, rows: 1 }])
  expect(await readSignature(lea, 'nonsense')).toBeNull()
})

import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { correctTypo } from '#lib/moderation/correct-typo.ts'
import { askToConfirmAgain, eraseSignatoryData, stopNews } from '#lib/moderation/serve-signatory.ts'
import { readDataToHandOut, readSignatoryData } from '#lib/signatory-data/read-signatory-data.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { readConfirmationLink } from '#lib/signatures/read-confirmation-link.ts'
import { readTally } from '#lib/signatures/tally.ts'
import { suppressAddress } from '#lib/suppression/suppression.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { codeIn, deliverMails, tokenIn } from '../../support/fakes/transport.ts'
import { lea, readNow } from '../../support/people/organiser-acts.ts'
import { readAuditEvents } from '../../support/people/organisers.ts'
import {
  formChoices,
  openOwnSignature,
  signAndConfirm,
  signatureOf,
} from '../../support/people/self-service.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { camille, details } from '../../support/people/signatories.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS)

beforeEach(emptyDatabase)

describe('“I got no mail”', () => {
  test('Camille is asked again, with a new link and a new code, and both links confirm', async () => {
    await signLetter(camille)
    const [first] = await deliverMails()
    const { id } = await signatureOf(camille)
    const outcome = await askToConfirmAgain(lea, await readNow(id), inHours(1))
    expect(outcome).toEqual({ outcome: 'done' })
    const [second] = await deliverMails()
    expect(second?.to).toBe(camille.email)
    expect(codeIn(second)).not.toBe(codeIn(first))
    expect(await readAuditEvents('confirmation-sent-again')).toMatchObject([
      { organiserId: lea.id, subject: id, rows: 1 },
    ])
    expect(await confirmSignature(tokenIn(second))).toMatchObject({ outcome: 'confirmed' })
    expect(await confirmSignature(tokenIn(first))).toMatchObject({ outcome: 'already-confirmed' })
  })

  test('within the limits of mails to one address, whoever presses', async () => {
    await signLetter(camille)
    const { id } = await signatureOf(camille)
    const press = async (now: Date) =>
      (await askToConfirmAgain(lea, await readNow(id), now)).outcome
    expect(await press(inHours(0))).toBe('mail-limit')
    expect([await press(inHours(1)), await press(inHours(2))]).toEqual(['done', 'done'])
    expect(await press(inHours(3))).toBe('mail-limit')
    expect(await readAuditEvents('confirmation-sent-again')).toHaveLength(2)
  })

  test('not where her mails came back, and not where nothing waits', async () => {
    await signLetter(camille)
    const { id } = await signatureOf(camille)
    await suppressAddress(database, camille.email, 'bounced')
    expect(await askToConfirmAgain(lea, await readNow(id), inHours(1))).toEqual({
      outcome: 'suppressed',
    })
    const counted = await signAndConfirm(details({ email: 'ines@example.org' }))
    expect(await askToConfirmAgain(lea, await readNow(counted.id), inHours(1))).toEqual({
      outcome: 'not-possible',
    })
  })
})

test('“No more news”: she gets none that waited, her history says who did it, and she counts on', async () => {
  const { id } = await signAndConfirm({ ...camille, wantsUpdates: true })
  expect(await stopNews(lea, await readNow(id))).toEqual({ outcome: 'done' })
  expect(await signatureOf(camille)).toMatchObject({ wantsUpdates: false, status: 'confirmed' })
  const last = await database.signatureEvent.findFirst({ orderBy: { id: 'desc' } })
  expect(last).toMatchObject({ kind: 'unsubscribed', organiserId: lea.id })
  expect(await readAuditEvents('signatory-unsubscribed')).toHaveLength(1)
  expect(await stopNews(lea, await readNow(id))).toEqual({ outcome: 'not-possible' })
})

describe('“What do you keep of me?”', () => {
  test('the file is the one that she gets herself', async () => {
    const { id } = await signAndConfirm(camille)
    const session = await openOwnSignature(camille)
    const own = await readSignatoryData(session)
    expect(own?.signature.email).toBe(camille.email)
    expect(await readDataToHandOut(lea, id)).toEqual(own)
    expect(await readAuditEvents('signatory-data-handed-out')).toMatchObject([
      { organiserId: lea.id, subject: id, rows: 1 },
    ])
  })

  test.each(['nonsense', '', null, crypto.randomUUID()])('%j is nobody', async id => {
    expect(await readDataToHandOut(lea, id)).toBeNull()
  })
})

describe('“Forget me”', () => {
  test('all that leads to her goes, as when she withdraws, and the log says who did it', async () => {
    const { id } = await signAndConfirm(camille)
    await deliverMails()
    expect(await eraseSignatoryData(lea, await readNow(id))).toEqual({ outcome: 'done' })
    expect(await readTally(0)).toMatchObject({ signatures: 0 })
    const row = await database.signature.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({ status: 'withdrawn', name: '', email: '', emailKey: null })
    expect(await database.mail.count({ where: { signatureId: id } })).toBe(0)
    const last = await database.signatureEvent.findFirst({ orderBy: { id: 'desc' } })
    expect(last).toMatchObject({ kind: 'erased', organiserId: lea.id })
    expect(await readAuditEvents('signatory-data-erased')).toMatchObject([{ subject: id, rows: 1 }])
    expect(await readDataToHandOut(lea, id)).toBeNull()
    expect(await eraseSignatoryData(lea, await readNow(id))).toEqual({ outcome: 'not-possible' })
  })

  test('one who never confirmed is erased too, and may sign again', async () => {
    await signLetter(camille)
    const { id } = await signatureOf(camille)
    await deliverMails()
    expect(await eraseSignatoryData(lea, await readNow(id))).toEqual({ outcome: 'done' })
    expect(await signAndConfirm(camille)).toMatchObject({ status: 'confirmed' })
  })
})

describe('“I mistyped my name”, before she has confirmed', () => {
  const correction = (values: object) => ({ name: 'Camille Roux', country: 'FR', ...values })
  const mend = async (id: string, values: object, now = inHours(1)) =>
    (await correctTypo(lea, await readNow(id), correction(values), formChoices(), now)).outcome

  test('the link that she has shows the correction, and confirms that alone', async () => {
    await signLetter({ ...camille, name: 'Camile Rou', country: 'FR', category: null })
    const [mail] = await deliverMails()
    const { id } = await signatureOf(camille)
    const token = tokenIn(mail)
    const before = await readConfirmationLink(token)
    expect(await mend(id, {})).toBe('done')
    expect(await deliverMails()).toEqual([])
    const after = await readConfirmationLink(token)
    expect(after).toMatchObject({ state: 'ready', forms: [{ details: { name: 'Camille Roux' } }] })
    const seen = before.state === 'ready' ? before.forms[0].id : ''
    expect(await confirmSignature(token, new Date(), { formId: seen })).toEqual({
      outcome: 'form-gone',
    })
    expect(await confirmSignature(token)).toEqual({ outcome: 'confirmed' })
    expect(await signatureOf(camille)).toMatchObject({ name: 'Camille Roux', status: 'confirmed' })
    expect(await readAuditEvents('signature-corrected')).toMatchObject([
      { organiserId: lea.id, subject: id, details: { fields: ['name'] } },
    ])
  })

  test('what she corrected herself by sending the form again stays as she sent it', async () => {
    const form = { ...camille, name: 'Camile Rou', country: 'FR', category: null }
    await signLetter(form)
    await signLetter({ ...form, name: 'Camille Roux' }, new Date(Date.now() + MINUTE_MS))
    const [mail] = await deliverMails()
    const { id } = await signatureOf(camille)
    expect(await mend(id, { name: form.name, country: 'BE' })).toBe('done')
    expect(await readConfirmationLink(tokenIn(mail))).toMatchObject({
      state: 'ready',
      forms: [{ details: { name: 'Camille Roux', country: 'BE' } }],
    })
    expect(await readAuditEvents('signature-corrected')).toMatchObject([
      { details: { fields: ['country'] } },
    ])
  })

  test('with another address she is asked there, and the mail that went astray confirms nothing', async () => {
    await signLetter({ ...camille, email: 'camille@exmaple.org', country: 'FR' })
    const [astray] = await deliverMails()
    const { id } = await signatureOf({ email: 'camille@exmaple.org' })
    expect(await mend(id, { email: camille.email })).toBe('done')
    const [mail, ...others] = await deliverMails()
    expect(others).toEqual([])
    expect(mail?.to).toBe(camille.email)
    expect(await confirmSignature(tokenIn(astray), inHours(2))).toEqual({ outcome: 'expired' })
    expect(await confirmSignature(tokenIn(mail), inHours(2))).toEqual({ outcome: 'confirmed' })
    expect(await signatureOf(camille)).toMatchObject({ id, status: 'confirmed' })
    const [event] = await readAuditEvents('signature-corrected')
    expect(JSON.stringify(event?.details)).not.toContain('@')
  })

  test('not to an address that has signed, nor to one that is not written to, nor past the limits', async () => {
    const ines = await signAndConfirm(details({ email: 'ines@example.org' }))
    await signLetter({ ...camille, country: 'FR' })
    await deliverMails()
    const { id } = await signatureOf(camille)
    await suppressAddress(database, 'gone@example.org', 'bounced')
    expect(await mend(id, { email: ines.email })).toBe('address-known')
    expect(await mend(id, { email: 'gone@example.org' })).toBe('suppressed')
    expect(await mend(id, { email: 'roux@example.org' }, new Date())).toBe('mail-limit')
    expect(await signatureOf(camille)).toMatchObject({ status: 'pending' })
    expect(await deliverMails()).toEqual([])
    expect(await readAuditEvents('signature-corrected')).toEqual([])
  })

  test('once she has confirmed, her address is hers alone to change', async () => {
    const { id } = await signAndConfirm({ ...camille, country: 'FR' })
    const outcome = await mend(id, { name: 'Camille Le Roux', email: 'roux@example.org' })
    expect(outcome).toBe('done')
    expect(await signatureOf(camille)).toMatchObject({ name: 'Camille Le Roux' })
  })
})

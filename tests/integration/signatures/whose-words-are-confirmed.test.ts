import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { randomToken } from '#lib/security/tokens.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { readConfirmationLink } from '#lib/signatures/read-confirmation-link.ts'
import { rejectRequest } from '#lib/signatures/reject-request.ts'
import { remindPending } from '#lib/signatures/remind-pending.ts'
import type { SignatureDetails } from '#lib/signatures/signature-details.ts'
import { DAY_MS, MINUTE_MS } from '#lib/time/time-spans.ts'
import { dumpDatabase } from '../../support/database/dump-database.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { codeIn, deliverMails, rejectTokenIn, tokenIn } from '../../support/fakes/transport.ts'
import { confirmByCode, shownBy, signatureOf } from '../../support/people/self-service.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { camille, details, forged, hers } from '../../support/people/signatories.ts'

const START = new Date('2026-05-26T10:00:00Z').getTime()
const at = (minutes: number) => new Date(START + minutes * MINUTE_MS)

beforeEach(emptyDatabase)

async function newestMail() {
  const mail = (await deliverMails()).at(-1)
  await database.mail.updateMany({ data: { sentAt: at(0) } })
  return mail
}

/** Signs from a browser of its own: the secret that this keeps. */
async function signFromBrowser(form: SignatureDetails, minutes: number) {
  const browser = randomToken()
  await signLetter(form, at(minutes), { browserHash: browser.tokenHash })
  return browser.token
}

/** How many mails asked an address to confirm. */
const mails = () => database.mail.count({ where: { kind: { in: ['confirm', 'reminder'] } } })

describe('a stranger signs with Camille’s address, and a minute later she does', () => {
  test('no second mail goes out, and the link of the first shows hers, whole, before his', async () => {
    await signLetter(forged, at(0))
    await signLetter(hers, at(1))
    const mail = await newestMail()
    expect(await mails()).toBe(1)
    expect(await shownBy(tokenIn(mail), at(2))).toEqual([hers, forged])
    await confirmSignature(tokenIn(mail), at(2))
    expect(await signatureOf(camille)).toMatchObject({ ...hers, status: 'confirmed' })
  })

  test('the code of the first mail leads to hers too, from whatever browser', async () => {
    const his = await signFromBrowser(forged, 0)
    await signFromBrowser(hers, 1)
    const code = codeIn(await newestMail())
    expect(his).toMatch(/^[\w-]{43}$/)
    expect(await confirmByCode(camille.email, code, at(2))).toEqual({ outcome: 'confirmed' })
    expect(await signatureOf(camille)).toMatchObject({ ...hers, status: 'confirmed' })
  })

  test('he sends his again after her: her browser still shows hers first', async () => {
    const browserToken = await signFromBrowser(hers, 0)
    await signFromBrowser(forged, 1)
    const token = tokenIn(await newestMail())
    expect(await shownBy(token, at(2), browserToken)).toEqual([hers, forged])
    await confirmSignature(token, at(2), { browserToken })
    expect(await signatureOf(camille)).toMatchObject(hers)
  })

  test('on her telephone she chooses hers', async () => {
    await signLetter(hers, at(0))
    await signLetter(forged, at(1))
    const token = tokenIn(await newestMail())
    const link = await readConfirmationLink(token, at(2))
    const forms = link.state === 'ready' ? link.forms : []
    expect(forms.map(form => [form.details, form.isNewest])).toEqual([
      [forged, true],
      [hers, false],
    ])
    const formId = forms.find(form => !form.details.isPublic)?.id
    expect(await confirmSignature(token, at(2), { formId })).toEqual({ outcome: 'confirmed' })
    expect(await signatureOf(camille)).toMatchObject(hers)
  })

  test('what she saw is what she confirms, whatever comes while she reads', async () => {
    await signLetter(hers, at(0))
    const token = tokenIn(await newestMail())
    const link = await readConfirmationLink(token, at(1))
    const formId = link.state === 'ready' ? link.forms[0].id : ''
    await signLetter(forged, at(2))
    await confirmSignature(token, at(3), { formId })
    expect(await signatureOf(camille)).toMatchObject(hers)
  })

  test('a form that waits for somebody else, or for nobody, confirms nothing', async () => {
    await signLetter(hers, at(0))
    const token = tokenIn(await newestMail())
    await signLetter(details({ email: 'noor@example.org' }), at(0))
    const other = await database.confirmationLink.findFirstOrThrow({
      where: { signature: { email: 'noor@example.org' } },
    })
    for (const formId of [other.id, crypto.randomUUID(), '', 'x']) {
      expect(await confirmSignature(token, at(1), { formId })).toEqual({ outcome: 'form-gone' })
    }
    expect(await signatureOf(camille)).toMatchObject({ status: 'pending' })
  })

  test('none of it is hers: one press erases all of it', async () => {
    await signLetter(forged, at(0))
    await signLetter({ ...forged, role: 'Présidente' }, at(1))
    const mail = await newestMail()
    const link = await readConfirmationLink(tokenIn(mail), at(2))
    const rejectToken = link.state === 'ready' ? link.rejectToken : ''
    expect(rejectToken).toBe(rejectTokenIn(mail))
    expect(await rejectRequest(rejectToken, false)).toEqual({ outcome: 'erased' })
    expect(await dumpDatabase()).not.toMatch(/camille|Ministère/i)
  })

  test('once hers is confirmed, nothing of his is left anywhere', async () => {
    await signLetter(forged, at(0))
    await signLetter({ ...forged, role: 'Présidente' }, at(1))
    await signLetter(hers, at(2))
    await confirmSignature(tokenIn(await newestMail()), at(3))
    expect(await dumpDatabase()).not.toMatch(/Ministère|Présidente|gouvernement/)
  })
})

describe('somebody corrects herself at once', () => {
  test.each([
    ['a name', { name: 'Camille Dupnot' }, { name: 'Camille Dupont' }],
    ['what is shown', { isPublic: true }, { isPublic: false }],
    ['an employer', { organisation: 'CHU' }, { organisation: null }],
    ['an office', { capacity: 'official' }, { capacity: 'personal' }],
    ['a reason', { statement: 'Parce' }, { statement: 'Parce que.' }],
    ['the news', { wantsUpdates: true }, { wantsUpdates: false }],
    ['a country', { country: 'BE' }, { country: 'FR' }],
  ] as const)('%s: what she sent last is what is confirmed', async (_, first, last) => {
    await signLetter(details(first), at(0))
    await signLetter(details(last), at(1))
    await confirmSignature(tokenIn(await newestMail()), at(2))
    expect(await signatureOf(camille)).toMatchObject({ ...last, status: 'confirmed' })
  })

  test('and back again: the first words are the newest', async () => {
    for (const [minute, name] of ['Dupnot', 'Dupont', 'Dupnot'].entries()) {
      await signLetter(details({ name }), at(minute))
    }
    const shown = await shownBy(tokenIn(await newestMail()), at(4))
    expect(shown?.map(({ name }) => name)).toEqual(['Dupnot', 'Dupont'])
  })

  test('the same form ten times is one, whichever site led to it', async () => {
    for (let minute = 0; minute < 10; minute += 1) {
      await signLetter(details({ referrerHost: `${minute}.example` }), at(minute))
    }
    expect(await database.confirmationLink.count()).toBe(1)
  })

  test('the reminder brings the link of a mail, and what she sent last', async () => {
    await signLetter(details({ name: 'Dupnot' }), at(0))
    await signLetter(details({ name: 'Dupont' }), at(1))
    const first = tokenIn(await newestMail())
    await remindPending(new Date(START + 4 * DAY_MS))
    const reminder = tokenIn(await newestMail())
    expect(reminder).toBe(first)
    const shown = await shownBy(reminder, new Date(START + 4 * DAY_MS))
    expect(shown?.map(({ name }) => name)).toEqual(['Dupont', 'Dupnot'])
  })
})

describe('what was kept before', () => {
  test('a link without a browser, of a site of before, confirms what it always did', async () => {
    await signLetter(camille, at(0))
    const token = tokenIn(await newestMail())
    const { referrerHost, cameFrom, ...before } = camille
    await database.confirmationLink.updateMany({ data: { details: before, browserHash: null } })
    expect(await shownBy(token, at(1))).toEqual([camille])
    expect(await confirmSignature(token, at(1))).toEqual({ outcome: 'confirmed' })
  })
})

import { beforeEach, describe, expect, test } from 'vitest'
import { readCampaign } from '#lib/content/campaign.ts'
import { readLetter } from '#lib/content/letter.ts'
import { env } from '#lib/env/env.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { REMINDER_AFTER_DAYS, remindPending } from '#lib/signatures/remind-pending.ts'
import { requestMagicLink } from '#lib/signatures/self-service/request-magic-link.ts'
import type { SignatureDetails } from '#lib/signatures/signature-details.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { codeIn, deliverMails, rejectTokenIn, tokenIn } from '../../support/fakes/transport.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { camille, details, idris } from '../../support/people/signatories.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const ADDRESS = /https?:\/\/[^\s"<]+/g

beforeEach(emptyDatabase)

async function mailFor(person: SignatureDetails) {
  await signLetter(person)
  const [message] = await deliverMails()
  if (!message) throw new Error('No mail was written.')
  return message
}

describe.each(['fr', 'en'])('in the reader’s language: %s', locale => {
  test('"please confirm" holds the letter, the name, three links, a code and where to type it, in both twins', async () => {
    const message = await mailFor({ ...camille, locale })
    const { title } = readLetter(locale)
    const site = `${env.SITE_URL}/${locale}`
    const links = [
      `${site}/confirm?token=${tokenIn(message)}`,
      `${site}/confirm`,
      `${site}/not-me?token=${rejectTokenIn(message)}`,
      `${site}/my-signature`,
    ]
    expect(message.subject).toContain(title)
    expect(message.html).toContain(`<html dir="ltr" lang="${locale}">`)
    for (const twin of [message.html, message.text]) {
      expect(twin).toContain('Camille Roux')
      expect(twin).toContain(codeIn(message))
      expect(new Set(twin.match(ADDRESS))).toEqual(new Set(links))
    }
  })

  test('"you have already signed" holds no token', async () => {
    await confirmSignature(tokenIn(await mailFor({ ...camille, locale })))
    const message = await mailFor({ ...camille, locale })
    const site = `${env.SITE_URL}/${locale}`
    expect(message.to).toBe(camille.email)
    for (const twin of [message.html, message.text]) {
      expect(new Set(twin.match(ADDRESS))).toEqual(new Set([site, `${site}/my-signature`]))
      expect(twin).not.toContain('token')
    }
  })

  test('the reminder holds the same links, and no code: it would be too old', async () => {
    const first = await mailFor({ ...camille, locale })
    await remindPending(new Date(Date.now() + (REMINDER_AFTER_DAYS + 1) * DAY_MS))
    const [reminder] = await deliverMails()
    const whereCodesAreTyped = `${env.SITE_URL}/${locale}/confirm`
    const links = first.text.match(ADDRESS)?.filter(link => link !== whereCodesAreTyped)
    expect(reminder?.text.match(ADDRESS)).toEqual(links)
    expect(reminder?.text).not.toMatch(/^\d{6}$/m)
  })

  test('every mail about a signature leads to its page', async () => {
    const held = { ...camille, locale, name: 'Emmanuel Macron' }
    await confirmSignature(tokenIn(await mailFor(held)))
    await requestMagicLink(held.email)
    const kinds = (await deliverMails()).map(({ text }) => text.match(ADDRESS))
    expect(kinds.toSorted((a, b) => String(a).length - String(b).length)).toEqual([
      [`${env.SITE_URL}/${locale}/my-signature`],
      [expect.stringContaining(`${env.SITE_URL}/${locale}/my-signature/open?token=`)],
    ])
  })

  test('it comes from the campaign', async () => {
    const { from } = await mailFor({ ...camille, locale })
    expect(from).toBe(`${readCampaign(locale).mailSender} <no-reply@localhost>`)
  })
})

test('the two languages say different words', async () => {
  const french = await mailFor(camille)
  const english = await mailFor(idris)
  expect(english.subject).not.toBe(french.subject)
  expect(english.text).toContain('Hello')
  expect(french.text).toContain('Bonjour')
})

describe('the site is no relay: of what a stranger typed there is the name, as text', () => {
  const stranger = details({
    name: '<img src=x onerror=alert(1)> {{7*7}} {name} </script>&amp;',
    organisation: 'Buy at shop.example',
    role: 'Seller of pills',
    statement: 'Visit shop.example',
    kind: 'organisation',
  })

  test('in HTML nothing of it is a tag', async () => {
    const { html } = await mailFor(stranger)
    expect(html).toContain(
      '&lt;img src=x onerror=alert(1)&gt; {{7*7}} {name} &lt;/script&gt;&amp;amp;',
    )
    expect(html).not.toMatch(/<img|<script|<\/script/)
  })

  test('in plain text it is what was typed', async () => {
    const { text } = await mailFor(stranger)
    expect(text).toContain(stranger.name)
  })

  test('nothing else of it is there', async () => {
    const message = await mailFor(stranger)
    const whole = JSON.stringify(message)
    for (const typed of ['shop.example', 'pills', 'Buy at']) expect(whole).not.toContain(typed)
    expect(message.subject).not.toContain('img')
  })
})

test.each(['J.P.evil.com', 'evil.com', 'a@evil.com', 'https://evil.com/x'])(
  'no program makes a link of the name %s, however it came here',
  async name => {
    const message = await mailFor({ ...camille, name })
    for (const twin of [message.html, message.text]) {
      expect(twin).not.toMatch(/evil\.com/)
      expect(twin.replaceAll('\u200b', '')).toContain('evil.com')
    }
  },
)

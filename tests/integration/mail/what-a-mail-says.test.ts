import { beforeEach, describe, expect, test } from 'vitest'
import { env } from '#lib/env.ts'
import { readCampaign } from '#lib/letter/campaign.ts'
import { readLetter } from '#lib/letter/letter.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { signLetter } from '#lib/signatures/sign-letter.ts'
import type { SignatureDetails } from '#lib/signatures/signature-details.ts'
import { emptyDatabase } from '../../support/database.ts'
import { deliverMails, tokenIn } from '../../support/outbox.ts'
import { camille, details, idris } from '../../support/people.ts'

const ADDRESS = /https?:\/\/[^\s"<]+/g

beforeEach(emptyDatabase)

async function mailFor(person: SignatureDetails) {
  await signLetter(person)
  const [message] = await deliverMails()
  if (!message) throw new Error('No mail was written.')
  return message
}

describe.each(['fr', 'en'])('in the reader’s language: %s', locale => {
  test('"please confirm" holds the letter, the name and one link, in both twins', async () => {
    const message = await mailFor({ ...camille, locale })
    const { title } = readLetter(locale)
    const link = `${env.SITE_URL}/${locale}/confirm?token=${tokenIn(message)}`
    expect(message.subject).toContain(title)
    expect(message.html).toContain(`<html lang="${locale}">`)
    for (const twin of [message.html, message.text]) {
      expect(twin).toContain('Camille Roux')
      expect(new Set(twin.match(ADDRESS))).toEqual(new Set([link]))
    }
  })

  test('"you have already signed" holds no token', async () => {
    await confirmSignature(tokenIn(await mailFor({ ...camille, locale })))
    const message = await mailFor({ ...camille, locale })
    expect(message.to).toBe(camille.email)
    for (const twin of [message.html, message.text]) {
      expect(new Set(twin.match(ADDRESS))).toEqual(new Set([`${env.SITE_URL}/${locale}`]))
      expect(twin).not.toContain('token')
    }
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

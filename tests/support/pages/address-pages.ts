import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { readLetter } from '#lib/content/letter.ts'
import { readMessages } from '#lib/text/messages.ts'
import { aSignature } from '../people/factories/signature.ts'
import type { Site } from '../site/browser-site.ts'
import { expect } from './browser-test.ts'
import { type Language, mailTo } from './journey.ts'
import { at, type PageState } from './page-state.ts'
import { openOwnSignature } from './self-service.ts'

/** Pages of those who give their signature another address. */
export const ADDRESS_STATES: PageState[] = [
  { name: 'address-confirm', path: '/my-signature/address', open: openAddress },
  at('address-sent', '/my-signature/address-sent'),
  at('address-half', '/my-signature/address-half'),
  at('address-changed', '/my-signature/address-changed'),
  at('address-not-valid', '/my-signature/address-not-valid'),
]

async function openAddress(page: Page, language: Language, site: Site) {
  const { address } = readMessages(language).selfService
  const [former, later] = [anyAddress(), anyAddress()]
  const letterVersion = readLetter(language).version
  await site.database.insert([aSignature({ email: former, locale: language, letterVersion })])
  await openOwnSignature(page, site, { email: former, language })
  await page.getByRole('textbox', { name: address.label }).fill(later)
  await page.getByRole('button', { name: address.button }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(address.sent.title)
  const { text } = await mailTo(site, later)
  await page.goto(/http\S+\/my-signature\/address\?\S+/.exec(text)?.[0] ?? '')
  await expect(page.getByRole('button', { name: address.confirm.button })).toBeVisible()
}

function anyAddress() {
  return `${randomUUID()}@example.org`
}

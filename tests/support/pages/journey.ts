import type { Page } from '@playwright/test'
import { readMailbox } from '#lib/mail/local-mailbox.ts'
import { readMessages } from '#lib/text/messages.ts'
import type { Site } from '../site/browser-site.ts'
import { expect } from './browser-test.ts'

/** Languages of the stories. */
export const LANGUAGES = ['fr', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Where a story needs both languages, and a browser with scripts and one without. */
export const READERS = [
  { language: 'fr', javaScriptEnabled: true },
  { language: 'en', javaScriptEnabled: false },
] as const

/** The list as it is at this moment, with an empty field of its search: page memory keeps none with a search. */
export const listNow = (language: Language) => `/${language}/signatories?q=`

export const PHONE = { width: 390, height: 844 }
export const DESKTOP = { width: 1280, height: 800 }

/** Signatory of a story. */
export interface Signer {
  name: string
  email: string
  language: Language
}

export const CAMILLE: Signer = {
  name: 'Camille Roux',
  email: 'camille.roux@example.org',
  language: 'fr',
}
export const GRACE: Signer = {
  name: 'Grace O’Hara',
  email: 'grace.ohara@example.org',
  language: 'en',
}
export const IDRIS = { name: 'Idris Benali', language: 'fr' as const }

/** Fills the required fields. */
export async function fillForm(page: Page, { name, email, language }: Signer) {
  const { form } = readMessages(language)
  await page.getByRole('textbox', { name: form.name.label }).fill(name)
  await page.getByRole('textbox', { name: form.email.label }).fill(email)
  await consentBox(page, language).check()
}

/** The agreement to sign, which reads otherwise for an organisation. */
export function consentBox(page: Page, language: Language) {
  const { label, labelOrganisation } = readMessages(language).form.consent
  const box = (name: string) => page.getByRole('checkbox', { name })
  return box(label).or(box(labelOrganisation))
}

/** Presses the form's button. */
export async function send(page: Page, language: Language) {
  await page.getByRole('button', { name: readMessages(language).form.submit }).click()
}

/** Signs, from the letter to the page "check your mail". */
export async function sign(page: Page, signer: Signer) {
  await page.goto(`/${signer.language}#sign`)
  await fillForm(page, signer)
  await send(page, signer.language)
  await expect(page).toHaveURL(`/${signer.language}/sign/check-your-mail`)
}

/** All mails to an address, newest first. */
export function mailsTo(site: Site, email: string) {
  return readMailbox(site.mailFolder).filter(mail => mail.to === email)
}

/** The newest mail to an address, once `count` of them have come. */
export async function mailTo(site: Site, email: string, count = 1) {
  await site.database.formsTaken()
  await expect.poll(() => mailsTo(site, email).length, `mails to ${email}`).toBe(count)
  const [newest] = mailsTo(site, email)
  if (!newest) throw new Error(`No mail came for ${email}.`)
  return newest
}

/** The link of a confirmation mail, from its plain text. */
export function linkIn(mail: { text: string }) {
  const [link] = /http\S+\/confirm\?token=\S+/.exec(mail.text) ?? []
  if (!link) throw new Error('This mail holds no link to confirm.')
  return link
}

/** Status of an address's signature in the database. */
export async function statusOf(site: Site, email: string) {
  return (await site.database.signatureOf(email))?.status
}

import type { Page } from '@playwright/test'
import { readWords } from '#lib/words.ts'
import type { Site } from './browser-site.ts'
import { expect } from './browser-test.ts'
import { type Language, linkIn, mailTo, type Signer, sign } from './journey.ts'

/** Signs, and presses the button of the first mail to the address. */
export async function signAndConfirm(page: Page, site: Site, signer: Signer) {
  await sign(page, signer)
  await confirm(page, signer.language, linkIn(await mailTo(site, signer.email)))
}

/** Presses the button behind the link of a confirmation mail. */
export async function confirm(page: Page, language: Language, link: string) {
  await page.goto(link)
  await page.getByRole('button', { name: readWords(language).confirm.button }).click()
  await expect(page).toHaveURL(`/${language}/confirm/confirmed`)
}

/** Asks for the link to one's own signature; what the page then says. */
export async function askForLink(page: Page, { email, language }: Omit<Signer, 'name'>) {
  const { ask } = readWords(language).own
  await page.goto(`/${language}/my-signature`)
  await page.getByRole('textbox', { name: ask.email }).fill(email)
  await page.getByRole('button', { name: ask.button }).click()
  await expect(page).toHaveURL(`/${language}/my-signature/sent`)
  return page.getByRole('main').textContent()
}

/** Opens one's own signature: asks for the link, follows it, presses its button. */
export async function openOwnSignature(
  page: Page,
  site: Site,
  { email, language }: Omit<Signer, 'name'>,
  mailsBefore = 0,
) {
  await askForLink(page, { email, language })
  await page.goto(ownLinkIn(await mailTo(site, email, mailsBefore + 1)))
  await pressOpen(page, language)
  await expect(page).toHaveURL(`/${language}/my-signature`)
}

/** Presses the button behind the link to one's own signature. */
export async function pressOpen(page: Page, language: Language) {
  const { open } = readWords(language).own
  await page.getByRole('button', { name: open.button, exact: true }).click()
}

/** Closes one's own signature in this browser. */
export async function closeOwnSignature(page: Page, language: Language) {
  const { own } = readWords(language)
  await page.getByRole('button', { name: own.close }).click()
  await expect(page.getByRole('textbox', { name: own.ask.email })).toBeVisible()
}

/** The link to one's own signature in a mail. */
export function ownLinkIn(mail: { text: string }) {
  return found(mail, /http\S+\/my-signature\/open\?token=\S+/)
}

/** The link "it was not me" in a mail. */
export function notMeLinkIn(mail: { text: string }) {
  return found(mail, /http\S+\/not-me\?token=\S+/)
}

/** The code of six digits in a mail. */
export function codeIn(mail: { text: string }) {
  return found(mail, /^\d{6}$/m)
}

function found({ text }: { text: string }, pattern: RegExp) {
  const [match] = pattern.exec(text) ?? []
  if (!match) throw new Error(`This mail holds nothing like ${pattern}.`)
  return match
}

import type { Page } from '@playwright/test'
import { readMessages } from '#lib/text/messages.ts'
import type { Site } from '../site/browser-site.ts'
import { expect } from './browser-test.ts'
import { fillForm, type Language, linkIn, mailTo, type Signer, send, sign } from './journey.ts'

/** Signs, and presses the button of the first mail to the address. */
export async function signAndConfirm(page: Page, site: Site, signer: Signer) {
  await sign(page, signer)
  await confirm(page, signer.language, linkIn(await mailTo(site, signer.email)))
}

/** Presses the button behind the link of a confirmation mail. */
export async function confirm(page: Page, language: Language, link: string) {
  await page.goto(link)
  await page.getByRole('button', { name: readMessages(language).confirm.button }).click()
  await expect(page).toHaveURL(`/${language}/confirm/confirmed`)
}

/** Asks for the link to one's own signature; what the page then says. */
export async function askForLink(page: Page, { email, language }: Omit<Signer, 'name'>) {
  const { ask } = readMessages(language).selfService
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
  await page.goto(magicLinkIn(await mailTo(site, email, mailsBefore + 1)))
  await pressOpen(page, language)
  await expect(page).toHaveURL(`/${language}/my-signature`)
}

/** Presses the button behind the link to one's own signature. */
export async function pressOpen(page: Page, language: Language) {
  const { open } = readMessages(language).selfService
  await page.getByRole('button', { name: open.button, exact: true }).click()
}

/** Closes one's own signature in this browser. */
export async function closeOwnSignature(page: Page, language: Language) {
  const { selfService } = readMessages(language)
  await page.getByRole('button', { name: selfService.close }).click()
  await expect(page.getByRole('textbox', { name: selfService.ask.email })).toBeVisible()
}

/** The link to one's own signature in a mail. */
export function magicLinkIn(mail: { text: string }) {
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

/** What a stranger makes of somebody. */
export const EMPLOYER = 'Ministère de la Santé'

/** Signs for EMPLOYER, to be shown. */
export async function signInPublic(page: Page, signer: Signer) {
  const { form } = readMessages(signer.language)
  await page.goto(`/${signer.language}#sign`)
  await fillForm(page, signer)
  await page.getByText(form.more).click()
  await page.getByRole('textbox', { name: form.organisation.labelIndividual }).fill(EMPLOYER)
  await page.getByRole('checkbox', { name: form.public.label }).check()
  await send(page, signer.language)
  await expect(page).toHaveURL(`/${signer.language}/sign/check-your-mail`)
}

/** Types the code of a mail; it leads to the page of the link. */
export async function typeCode(
  page: Page,
  language: Language,
  email: string,
  code: string,
  address = `/${language}/confirm`,
) {
  const { code: words } = readMessages(language).checkMail
  await page.goto(address)
  await page.getByRole('textbox', { name: words.email }).fill(email)
  await page.getByRole('textbox', { name: words.code }).fill(code)
  await page.getByRole('button', { name: words.button }).click()
  await expect(page).toHaveURL(/\/confirm\?token=/)
}

function found({ text }: { text: string }, pattern: RegExp) {
  const [match] = pattern.exec(text) ?? []
  if (!match) throw new Error(`This mail holds nothing like ${pattern}.`)
  return match
}

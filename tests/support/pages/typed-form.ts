import type { Page } from '@playwright/test'
import { readMessages } from '#lib/text/messages.ts'
import { expect } from './browser-test.ts'
import { consentBox, type Signer, send } from './journey.ts'

/** Fills the form of the letter, with two of its ticks. */
export async function writeAll(page: Page, { name, email, language }: Signer) {
  const { form } = readMessages(language)
  await page.getByRole('textbox', { name: form.name.label }).fill(name)
  await page.getByRole('textbox', { name: form.email.label }).fill(email)
  await consentBox(page, language).check()
  await page.getByRole('checkbox', { name: form.public.label }).check()
}

/** By their places: a translated page has other names for them. */
export async function expectAllThere(page: Page, { name, email }: Signer) {
  await expect(page.locator('#sign-name')).toHaveValue(name)
  await expect(page.locator('#sign-email')).toHaveValue(email)
  await expect(page.locator('#sign-consent')).toBeChecked()
  await expect(page.locator('#sign-public')).toBeChecked()
}

/** Sends it, and is told to look at her mails. */
export async function signOff(page: Page, { language }: Signer) {
  await send(page, language)
  await expect(page).toHaveURL(`/${language}/sign/check-your-mail`)
}

/** What keepers of passwords do: an element of theirs before, beside and around a field. */
export function putSigns() {
  for (const field of document.querySelectorAll('#sign-name, #sign-email')) {
    const around = document.createElement('extension-sign')
    field.before(document.createElement('extension-sign'))
    field.replaceWith(around)
    around.append(field, document.createElement('extension-sign'))
    field.setAttribute('data-extension', 'x')
  }
  document.body.append(document.createElement('extension-sign'))
}

/** The same as soon as the page is there, before any script of it has run. */
export function putSignsWhenParsed() {
  document.addEventListener('DOMContentLoaded', () => {
    for (const field of document.querySelectorAll('#sign-name, #sign-email')) {
      field.before(document.createElement('extension-sign'))
      field.after(document.createElement('extension-sign'))
    }
  })
}

/** What translators in browsers do: every text in two elements of theirs, and other words. */
export function translatePage() {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  while (texts.nextNode()) found.push(texts.currentNode as Text)
  for (const text of found) {
    if (!text.data.trim() || text.parentElement?.closest('script, option, font')) continue
    const outer = document.createElement('font')
    const inner = document.createElement('font')
    inner.textContent = `~${text.data}`
    outer.append(inner)
    text.replaceWith(outer)
  }
  document.documentElement.lang = 'eo'
}

import type { Page } from '@playwright/test'
import { readWords } from '#lib/words.ts'
import type { Site } from './browser-site.ts'
import { expect } from './browser-test.ts'
import type { Language } from './journey.ts'

/** Gets a sign-in link on the server, as organisers do, and enters the organisers' room with it. */
export async function enterOrganisersRoom(page: Page, site: Site, language: Language) {
  const printed = await site.runCommand('organiser.ts', 'add', 'organiser@example.org')
  const [link] = /http\S+\/organisers\/sign-in\?token=\S+/.exec(printed) ?? []
  if (!link) throw new Error(`This command printed no link: ${printed}`)
  const { organisers: words } = readWords(language)
  await page.goto(link.replace(/\/\w\w\/organisers/, `/${language}/organisers`))
  await page.getByRole('button', { name: words.signIn.button, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.rooms.overview)
  await page.goto(`/${language}/organisers/look`)
}

/** Leaves the organisers' room. */
export async function leaveOrganisersRoom(page: Page, language: Language) {
  const { organisers: words } = readWords(language)
  await page.goto(`/${language}/organisers`)
  await page.getByRole('button', { name: words.frame.signOut }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.signIn.title)
}

/** One signature among those that wait for an organiser's look. */
export function heldRow(page: Page, text: string) {
  return page.locator('#held').getByRole('listitem').filter({ hasText: text })
}

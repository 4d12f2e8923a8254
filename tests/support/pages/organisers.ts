import type { Page } from '@playwright/test'
import type { OrganiserRole } from '#lib/database/types.ts'
import { readMessages } from '#lib/text/messages.ts'
import { signInByRows } from '../people/organiser-session.ts'
import type { Site } from '../site/browser-site.ts'
import { expect } from './browser-test.ts'
import type { Language } from './journey.ts'

/** Signs an organiser of this role in, for stories that are not about signing in. */
export async function enterConsole(
  page: Page,
  site: Site,
  language: Language,
  role: OrganiserRole = 'owner',
) {
  const value = await signInByRows(site.database.run, { role })
  await page.context().addCookies([{ name: 'organiser', value, url: site.url }])
  await page.goto(`/${language}/organisers/signatures?status=held`)
}

/** An hour goes by for everyone who is signed in: what is delicate asks for the second factor again. */
export function ageSecondFactors(site: Site) {
  return site.database.run(
    `UPDATE organiser_session SET second_factor_at = now() - interval '1 hour'`,
  )
}

/** Signs out of the console. */
export async function leaveConsole(page: Page, language: Language) {
  const { organisers: words } = readMessages(language)
  await page.goto(`/${language}/organisers`)
  await page.getByRole('button', { name: words.frame.signOut }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.signIn.title)
}

/** One row of the organisers' table. */
export function rowOf(page: Page, text: string) {
  return page.getByRole('table').getByRole('row').filter({ hasText: text })
}

/** Opens one of the saved searches of the table. */
export async function openSearch(page: Page, language: Language, name: keyof typeof SEARCHES) {
  await page.goto(`/${language}/organisers/signatures${SEARCHES[name]}`)
}

const SEARCHES = {
  all: '',
  held: '?status=held',
  reported: '?status=confirmed&mark=reported',
  statements: '?status=confirmed&statement=waiting',
}

/** Presses the button of a row that decides on it. */
export async function decideOn(row: ReturnType<typeof rowOf>, act: string) {
  await row.getByRole('button').getByText(act, { exact: true }).click()
}

/** Presses the one button of this name. */
export async function press(page: Page, name: string) {
  await page.getByRole('button', { name, exact: true }).click()
}

/** The page says what came of it. */
export async function expectNotice(page: Page, sentence: string) {
  await expect(page.getByRole('status').filter({ hasText: sentence })).toBeVisible()
}

/** The line that says how many match, where none do. */
export async function expectNoneLeft(page: Page, language: Language) {
  const { matches } = readMessages(language).organisers.signatures
  const nothing = /=0 \{([^}]+)\}/.exec(matches)?.[1] ?? ''
  await expect(page.getByRole('status').filter({ hasText: nothing })).toBeVisible()
}

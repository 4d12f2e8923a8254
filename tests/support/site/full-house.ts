import type { APIRequestContext } from '@playwright/test'
import { expect } from '../pages/browser-test.ts'
import { aFullHouse } from '../people/factories/full-house.ts'
import type { Site } from './browser-site.ts'

const SHOWN_WITHIN_MS = 40_000

/** Fills the site with a campaign at its height, until the letter shows it in these languages. */
export async function fillTheHouse(site: Site, request: APIRequestContext, languages: string[]) {
  await site.database.insert(aFullHouse())
  for (const language of languages) {
    const letter = async () => (await request.get(`/${language}`)).text()
    await expect.poll(letter, { timeout: SHOWN_WITHIN_MS }).toMatch(IS_FULL)
  }
}

/** The sections of the letter page that stand there only once there is something to show. */
const IS_FULL = /id="featured"[\s\S]*id="statements"[\s\S]*id="organisations"[\s\S]*id="countries"/

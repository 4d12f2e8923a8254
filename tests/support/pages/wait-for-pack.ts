import type { Locator, Page } from '@playwright/test'
import { expect, test } from './browser-test.ts'

/** A pack is made with the least priority: on a busy machine, when all else has had its turn. */
const PACK_WITHIN_MS = 180_000

/** Loads the page again until it shows what a pack has once it is made; the story may take that much longer. */
export async function waitForPack(page: Page, ofPack: Locator) {
  test.setTimeout(test.info().timeout + PACK_WITHIN_MS)
  const isMade = async () => {
    await page.reload()
    return ofPack.isVisible()
  }
  await expect.poll(isMade, { timeout: PACK_WITHIN_MS }).toBe(true)
}

import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { plainLetter } from '#lib/content/plain-letter.ts'
import { checkout } from '../../../bin/support/checkout.js'
import type { Site } from '../site/browser-site.ts'
import { expect } from './browser-test.ts'

const SHOWN_WITHIN_MS = 60_000

/**
 * Puts the content that ships back into the folder of a site, which outlasts a test, and waits until readers see every
 * word of it: until then whoever signs in the next story would sign the letter of this one. Whoever signed in this one
 * goes first: a letter that was signed is changed by publishing alone.
 */
export async function restoreContent({ contentFolder, database, url }: Site) {
  await database.empty()
  cpSync(join(checkout, 'content'), contentFolder, { recursive: true })
  for (const language of ['fr', 'en']) {
    const letter = async () => (await fetch(`${url}/${language}/press/letter`)).text()
    await expect.poll(letter, { timeout: SHOWN_WITHIN_MS }).toBe(plainLetter(language))
  }
}

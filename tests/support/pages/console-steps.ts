import type { Page } from '@playwright/test'
import { strToU8, zipSync } from 'fflate'
import { readMessages } from '#lib/text/messages.ts'
import { aSignature } from '../people/factories/signature.ts'
import { signInByRows } from '../people/organiser-session.ts'
import type { Site } from '../site/browser-site.ts'
import { expect } from './browser-test.ts'
import type { Language } from './journey.ts'
import { enterConsole } from './organisers.ts'
import { waitForPack } from './wait-for-pack.ts'

const ABOUT = `---
title: About
description: Who runs this letter.
---

Nurses and engineers.
`

/** The page of a pack that is made and not handed over yet. */
export async function openPack(page: Page, language: Language, site: Site) {
  const { packs } = readMessages(language).organisers
  await site.database.insert([aSignature()])
  await enterConsole(page, site, language)
  await page.goto(`/${language}/organisers/packs`)
  await page.getByRole('button', { name: packs.make }).click()
  await expect(page.getByText(packs.none)).toHaveCount(0)
  const decide = page.getByRole('link', { name: packs.decide })
  await waitForPack(page, decide)
  await decide.click()
  await expect(page).toHaveURL(/\/packs\/.+/)
}

/** What a ZIP of content would change. */
export async function openContentUpload(page: Page, language: Language, site: Site) {
  const { archive } = readMessages(language).organisers.content
  const zip = zipSync({ 'pages/about/en.md': strToU8(ABOUT) })
  await enterConsole(page, site, language)
  await page.goto(`/${language}/organisers/content`)
  const file = { name: 'content.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) }
  await page.getByLabel(archive.label).setInputFiles(file)
  await page.getByRole('button', { name: archive.bring }).click()
  await expect(page).toHaveURL(/\/content\/.+/)
}

/** What a colleague asks to export. */
export async function openApproval(page: Page, language: Language, site: Site) {
  const { approvals, exports } = readMessages(language).organisers
  await site.database.run(
    `INSERT INTO campaign_setting (key, value) VALUES ('exportNeedsApproval', 'true')`,
  )
  await site.database.insert([aSignature()])
  const asker = { role: 'exporter', email: 'lucie@letter.example' } as const
  const value = await signInByRows(site.database.run, asker)
  await page.context().addCookies([{ name: 'organiser', value, url: site.url }])
  await page.goto(`/${language}/organisers/exports`)
  await page.getByLabel(exports.columns.all).check()
  await page.getByLabel(exports.reason.label, { exact: true }).fill('Pour le greffe du Sénat.')
  await page.getByRole('button', { name: exports.button }).click()
  await expect(page.getByText(exports.outcomes['needs-approval'])).toBeVisible()
  await enterConsole(page, site, language)
  await page.goto(`/${language}/organisers/approvals`)
  await page.getByRole('link', { name: new RegExp(`^${approvals.read}`) }).click()
  await expect(page.getByRole('heading', { name: approvals.preview.heading })).toBeVisible()
}

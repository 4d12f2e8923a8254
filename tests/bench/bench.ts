import type { env } from '#lib/env/env.ts'
import { buildIfChanged } from '../../bin/support/build.ts'
import { step } from '../../bin/support/step.js'
import { stopSignal } from '../../bin/support/stop-signal.ts'
import { forgetSettings } from '../support/site/settings.ts'
import { measureExports } from './exports.ts'
import { measureFirstVisit } from './first-visit.ts'
import { measureLetterPage } from './letter-page.ts'
import { measureList } from './list.ts'
import { machine } from './machine.ts'
import { measureMails } from './mails.ts'
import { measureSigning, measureSigningWhileMailing } from './signing.ts'
import { type BenchSite, startBenchSite } from './site.ts'
import { markdownTable, type Row, whole } from './table.ts'

const SIGNATURES = 200_000

// Before lib/env/env.ts reads them: the organisers' own database is not to be measured.
forgetSettings(process.env)

/** Measures the built site with 200,000 signatures, and prints the table of docs/benchmarks.md. */
export async function bench({ SITE_URL }: typeof env) {
  await buildIfChanged(stopSignal())
  const site = await step(`Starting the site with ${whole(SIGNATURES)} signatures`, '', () =>
    startBenchSite(SITE_URL, SIGNATURES),
  )
  try {
    const rows = await measureAll(SITE_URL, site)
    console.log(`\n${machine()}\n\n${markdownTable(rows)}`)
  } finally {
    await site.stop()
  }
}

// Signing comes last: its mails keep the site busy for a while.
async function measureAll(siteUrl: string, site: BenchSite): Promise<Row[]> {
  return [
    ...(await step('First visit', '', () => measureFirstVisit(site.url))),
    ...(await step('Letter page', '', () => measureLetterPage(site.url))),
    ...(await step('Public list', '', () => measureList(site.url, site.databaseUrl))),
    ...(await step('Exports', '', () => measureExports(site, SIGNATURES))),
    ...(await step('Mails', '', measureMails)),
    ...(await step('Signing meanwhile', '', () => measureSigningWhileMailing(siteUrl))),
    ...(await step('Signing', '', () => measureSigning(site.url))),
  ]
}

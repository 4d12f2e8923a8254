import { availableParallelism, cpus, totalmem } from 'node:os'
import { measureExports } from '../tests/bench/exports.ts'
import { measureFirstVisit } from '../tests/bench/first-visit.ts'
import { measureLetterPage } from '../tests/bench/letter-page.ts'
import { measureList } from '../tests/bench/list.ts'
import { measureSigning } from '../tests/bench/signing.ts'
import { startBenchSite } from '../tests/bench/site.ts'
import { markdownTable, type Row } from '../tests/bench/table.ts'
import { forgetSettings } from '../tests/support/settings.ts'
import { buildIfChanged } from './support/build.ts'
import { main } from './support/main.ts'
import { step } from './support/step.js'
import { stopSignal } from './support/stop-signal.ts'

const SIGNATURES = 200_000
const GIGABYTE = 2 ** 30

// npm run bench: docs/benchmarks.md
forgetSettings(process.env)

await main(async env => {
  await buildIfChanged(env.SITE_URL, stopSignal())
  const site = await step('Starting the site with 200,000 signatures', '', () =>
    startBenchSite(env.SITE_URL, SIGNATURES),
  )
  try {
    const rows: Row[] = [
      ...(await step('First visit', '', () => measureFirstVisit(site.url))),
      ...(await step('Letter page', '', () => measureLetterPage(site.url))),
      ...(await step('Public list', '', () => measureList(site.url, site.databaseUrl))),
      ...(await step('Exports', '', () => measureExports(site, SIGNATURES))),
      ...(await step('Signing', '', () => measureSigning(site.url))),
    ]
    console.log(`\n${machine()}\n\n${markdownTable(rows)}`)
  } finally {
    await site.stop()
  }
})

function machine() {
  const memory = `${Math.round(totalmem() / GIGABYTE)} GB of memory`
  const cores = `${availableParallelism()} cores (${cpus()[0]?.model.trim()})`
  return `${cores}, ${memory}, ${process.platform}, Node ${process.versions.node}`
}

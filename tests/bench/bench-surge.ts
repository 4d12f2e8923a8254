import type { env } from '#lib/env/env.ts'
import { buildIfChanged } from '../../bin/support/build.ts'
import { step } from '../../bin/support/step.js'
import { stopSignal } from '../../bin/support/stop-signal.ts'
import { forgetSettings } from '../support/site/settings.ts'
import { machine } from './machine.ts'
import { measureBeside } from './surge/measure-beside.ts'
import { measureSurge } from './surge/measure-surge.ts'
import { type SurgeOptions, surgeOptions } from './surge/options.ts'
import { type Generator, startGenerator } from './surge/start-generator.ts'
import { type SurgeSite, startSurgeSite } from './surge/start-surge-site.ts'
import { markdownTable, type Row, whole } from './table.ts'

/** So many sign each second while the letter is read, where no surge has told how many can. */
const SIGNATURES_MEANWHILE = 20

// Before lib/env/env.ts reads them: the organisers' own database is not to be measured.
forgetSettings(process.env)

/** The day the letter is everywhere: finds how many chains a second the site keeps, and holds them. */
export async function benchSurge({ SITE_URL }: typeof env) {
  const options = surgeOptions()
  await buildIfChanged(stopSignal())
  const generator = await startGenerator()
  const starting = `Starting the site with ${whole(options.signatures)} signatures`
  const site = await step(starting, '', () =>
    startSurgeSite(SITE_URL, options.signatures, generator.resendUrl),
  )
  try {
    await measureAll(site, generator, options)
  } finally {
    await site.stop()
    generator.stop()
  }
}

async function measureAll(site: SurgeSite, generator: Generator, options: SurgeOptions) {
  const surge = options.hasSurge
    ? await step('Surge', '', () => measureSurge(site, generator, options))
    : { rate: options.rate ?? SIGNATURES_MEANWHILE, rows: [] }
  tell(surge.rows)
  if (options.hasBeside) tell(await step('Beside it', '', () => measureBeside(site, surge.rate)))
}

/** Each half as soon as it is measured. */
function tell(rows: Row[]) {
  if (rows.length > 0) console.log(`\n${machine()}\n\n${markdownTable(rows)}`)
}

import type { env } from '#lib/env/env.ts'
import { buildIfChanged } from '../../bin/support/build.ts'
import { step } from '../../bin/support/step.js'
import { stopSignal } from '../../bin/support/stop-signal.ts'
import { forgetSettings } from '../support/settings.ts'
import { machine } from './machine.ts'
import { measureBeside } from './surge/measure-beside.ts'
import { measureSurge } from './surge/measure-surge.ts'
import { surgeOptions } from './surge/options.ts'
import { startGenerator } from './surge/start-generator.ts'
import { startSurgeSite } from './surge/start-surge-site.ts'
import { markdownTable, type Row, whole } from './table.ts'

// Before lib/env/env.ts reads them: the organisers' own database is not to be measured.
forgetSettings(process.env)

/** The day the letter is everywhere: finds how many chains a second the site keeps, and holds them. */
export async function benchSurge({ SITE_URL }: typeof env) {
  const options = surgeOptions()
  await buildIfChanged(SITE_URL, stopSignal())
  const generator = await startGenerator()
  const starting = `Starting the site with ${whole(options.signatures)} signatures`
  const site = await step(starting, '', () =>
    startSurgeSite(SITE_URL, options.signatures, generator.resendUrl),
  )
  try {
    const rows: Row[] = []
    if (options.hasSurge) {
      rows.push(...(await step('Surge', '', () => measureSurge(site, generator, options))))
    }
    if (options.hasBeside) {
      rows.push(...(await step('Beside it', '', () => measureBeside(site, options.rate))))
    }
    console.log(`\n${machine()}\n\n${markdownTable(rows)}`)
  } finally {
    await site.stop()
    generator.stop()
  }
}

import type { env } from '#lib/env/env.ts'
import { buildIfChanged } from '../../bin/support/build.ts'
import { step } from '../../bin/support/step.js'
import { stopSignal } from '../../bin/support/stop-signal.ts'
import { forgetSettings } from '../support/site/settings.ts'
import { measureMails } from './mails.ts'
import { measureSigningWhileMailing } from './signing.ts'
import { markdownTable } from './table.ts'

// Before lib/env/env.ts reads them: no mail shall go out with the organisers' own key.
forgetSettings(process.env)

/** Measures how fast the outbox empties, and whether signing is slower meanwhile. */
export async function benchMails({ SITE_URL }: typeof env) {
  await buildIfChanged(stopSignal())
  const rows = [
    ...(await step('Mails', '', measureMails)),
    ...(await step('Signing meanwhile', '', () => measureSigningWhileMailing(SITE_URL))),
  ]
  console.log(`\n${markdownTable(rows)}`)
}

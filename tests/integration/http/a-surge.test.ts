import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMailboxes } from '../../bench/surge/mailbox.ts'
import { STEPS } from '../../bench/surge/plan.ts'
import { runSurge } from '../../bench/surge/run-surge.ts'
import { surgeMailSettings } from '../../bench/surge/settings.ts'
import { untruthsOf } from '../../bench/surge/truth.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { type RunningSite, SITE_URL, startRunningSite } from '../../support/site/running-site.ts'

const SIGNATORIES_PER_SECOND = 1
const SECONDS = 20
const TEST_LASTS_MS = 300_000

let mailboxes: Awaited<ReturnType<typeof openMailboxes>>
let site: RunningSite

beforeAll(async () => {
  await emptyDatabase()
  mailboxes = await openMailboxes()
  site = await startRunningSite(surgeMailSettings(mailboxes.url), 'primary')
})
afterAll(async () => {
  await site.stop()
  await mailboxes.stop()
})

// How fast it is shows `npm run bench -- surge`: here it is slow, and true.
test(
  'twenty people sign while two hundred read: a row, a mail and a signature for each, none twice',
  async () => {
    const crowd = {
      perSecond: SIGNATORIES_PER_SECOND,
      seconds: SECONDS,
      warmUpSeconds: 0,
      hopelessSeconds: 60,
    }
    const where = { url: site.address, siteUrl: SITE_URL, run: 'story' }
    const result = await runSurge({ ...where, ...crowd, linkComesBy: 'mail' }, mailboxes)

    const people = SIGNATORIES_PER_SECOND * SECONDS
    expect(result).toMatchObject({ odd: {}, finished: people, confirmed: people })
    expect(STEPS.map(step => result.steps[step].answers)).toEqual([
      10 * people,
      ...STEPS.slice(1).map(() => people),
    ])
    const databaseUrl = process.env.DATABASE_URL ?? ''
    expect(await untruthsOf(result, { url: site.address, databaseUrl, run: 'story' })).toEqual([])
  },
  TEST_LASTS_MS,
)

import { openClient } from './client.ts'
import type { Mailboxes } from './mailbox.ts'
import { signatoryAt } from './people.ts'
import type { Plan } from './plan.ts'
import { startStopwatch } from './stopwatch.ts'

const MAIL_WITHIN_MS = 30_000

/** One signature in French that nobody confirms, and the path of the link in its mail. */
export async function sampleLink(plan: Plan, mailboxes: Mailboxes) {
  const client = openClient(plan, startStopwatch())
  const { name, email, from } = signatoryAt(plan.run, 0)
  const answer = await client.ask({
    step: 'sign',
    due: 0,
    path: '/api/signatures',
    from,
    expected: 202,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, email, locale: 'fr', public: true, consent: true }),
  })
  const link = answer && (await mailboxes.linkFor(email, AbortSignal.timeout(MAIL_WITHIN_MS)))
  await client.close()
  if (!link) throw new Error('No mail came for the first signature.')
  return link
}

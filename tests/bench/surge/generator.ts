import { openMailboxes } from './mailbox.ts'
import { runSurge } from './run-surge.ts'
import { sampleLink } from './sample-link.ts'
import type { Order } from './start-generator.ts'

// The load generator in a process of its own, with everybody's mailbox: does what it is told, one thing
// after another.
const mailboxes = await openMailboxes()
process.on('message', async ({ what, plan }: Order) => {
  const work = what === 'surge' ? runSurge(plan, mailboxes) : sampleLink(plan, mailboxes)
  process.send?.(await work.then(result => ({ result })).catch(error => ({ error: String(error) })))
})
process.once('disconnect', () => process.exit())
process.send?.({ resendUrl: mailboxes.url })

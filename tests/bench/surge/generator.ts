import { openMailboxes } from './mailbox.ts'
import { measureSteps } from './measure-steps.ts'
import { runSurge } from './run-surge.ts'
import { sampleLink } from './sample-link.ts'
import type { Order } from './start-generator.ts'

// The load generator in a process of its own, with everybody's mailbox: does what it is told, one thing
// after another.
const mailboxes = await openMailboxes()
process.on('message', async (order: Order) => {
  const work = doAsTold(order)
  process.send?.(await work.then(result => ({ result })).catch(error => ({ error: String(error) })))
})
process.once('disconnect', () => process.exit())
process.send?.({ resendUrl: mailboxes.url })

function doAsTold(order: Order): Promise<unknown> {
  if (order.what === 'steps') return measureSteps(order.plan, mailboxes, order.site)
  if (order.what === 'link') return sampleLink(order.plan, mailboxes)
  return runSurge(order.plan, mailboxes)
}

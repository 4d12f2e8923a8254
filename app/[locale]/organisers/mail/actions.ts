'use server'

import { z } from 'zod'
import { remindNow } from '#lib/overview/mail/remind-now.ts'
import { retryFailedMails } from '#lib/overview/mail/retry-failed-mails.ts'
import { consoleAction } from '../console-action.ts'
import { noFields } from '../form-values.ts'

const group = z.object({
  status: z.enum(['failed', 'unknown']),
  code: z.string().regex(/^[a-z0-9_]{0,60}$/),
})

/** Retries a group of failed mails. */
export const retryFailedMailsAction = consoleAction(
  'moderate',
  group,
  async (mails, { organiser }) => {
    const count = await retryFailedMails(organiser, mails)
    return `mail?notice=${count > 0 ? 'again' : 'nothing'}`
  },
)

/** Reminds pending signatories. */
export const remindAction = consoleAction(
  'write-to-signatories',
  noFields,
  async (_, { organiser }) => {
    const count = await remindNow(organiser)
    return `mail?notice=${count > 0 ? 'reminded' : 'nobody'}`
  },
)

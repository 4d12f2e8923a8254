import { broadcast } from './broadcast.tsx'
import type { MailTemplate } from './mail-template.ts'
import { toOrganiser } from './sample-data.ts'

/** A broadcast as its readers get it, to the organiser who tries it: it says what broadcast.tsx says. */
export const broadcastTest: MailTemplate = {
  content: broadcast.content,
  sample: locale => ({ ...broadcast.sample(locale), ...toOrganiser(locale) }),
}

import type { MailTemplate } from './mail-template.ts'
import { toOrganiser } from './sample-data.ts'
import { update } from './update.tsx'

/** An update as its readers get it, to the organiser who tries it: it says what update.tsx says. */
export const updateTest: MailTemplate = {
  content: update.content,
  sample: locale => ({ ...update.sample(locale), ...toOrganiser(locale) }),
}

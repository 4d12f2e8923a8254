import { readCampaignRun } from '#lib/campaign/campaign-run.ts'
import { stateAt } from '#lib/campaign/states.ts'
import { countTrials } from '#lib/campaign/trials.ts'
import { readCampaign } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import { missingLegal } from '#lib/content/legal.ts'
import { database } from '#lib/database/client.ts'
import { env } from '#lib/env/env.ts'
import { readSettings, type Settings } from '#lib/settings/settings.ts'
import { type DefaultStep, digestOfStep, isDefaultStep, SHIPPED } from './shipped-content.ts'
import { fromWrittenContent } from './written-content.ts'

/** The steps from an empty server to an open letter, in order. */
export const FIRST_STEPS = [
  'letter',
  'identity',
  'languages',
  'look',
  'firstSignatories',
  'categories',
  'mail',
  'preview',
  'open',
] as const

export type FirstStepName = (typeof FIRST_STEPS)[number]

/**
 * A step: whether it is done, which is found out anew each time, and whether owners may say that what ships is right.
 */
export type FirstStep = { name: FirstStepName; isDone: boolean; mayAccept: boolean }

/** An address that nobody has: RFC 2606 and 6761. */
const EXAMPLE_ADDRESS = /@(.+\.)?(example(\.(org|com|net))?|invalid|test|localhost)$/i

/** Where each step stands. */
export async function readFirstSteps(now = new Date()): Promise<FirstStep[]> {
  const [run, trials, mailsSent, settings] = await Promise.all([
    readCampaignRun(),
    countTrials(),
    database.mail.findFirst({ where: { sentAt: { not: null } }, select: { id: true } }),
    readSettings(),
  ])
  const state = stateAt(run, now)
  const done: Record<Exclude<FirstStepName, DefaultStep>, boolean> = {
    identity: await fromWrittenContent(isIdentitySaid),
    mail: sendsMails() && mailsSent !== null,
    preview: state !== 'preview' || trials > 0,
    open: state !== 'preview' || run.opensAt !== null,
  }
  return fromWrittenContent(root =>
    FIRST_STEPS.map(name => {
      if (!isDefaultStep(name)) return { name, isDone: done[name], mayAccept: false }
      const isDone = isSettled(name, settings, root)
      return { name, isDone, mayAccept: !isDone }
    }),
  )
}

/** Whether mails leave this site; without a provider they wait in its own mailbox. */
export function sendsMails() {
  return Boolean(env.MAIL_FROM && (env.RESEND_API_KEY || env.SMTP_URL))
}

/** Whoever reads the site learns who runs it, who answers for it and where to write. */
function isIdentitySaid(root: string) {
  return languages(root).every(language => {
    const { contactEmail, legal } = readCampaign(language, root)
    return !EXAMPLE_ADDRESS.test(contactEmail) && missingLegal(legal).length === 0
  })
}

/** Other than what ships, or accepted just as it stands now. */
function isSettled(step: DefaultStep, { acceptedSteps }: Settings, root: string) {
  const digest = digestOfStep(step, root)
  return digest !== SHIPPED[step] || acceptedSteps[step] === digest
}

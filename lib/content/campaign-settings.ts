import { z } from 'zod'
import { readYamlFile } from './content-file.ts'
import { day, words } from './fields.ts'
import { lookFields } from './look.ts'
import { memoize } from './memoize.ts'
import { NEXT_STEPS } from './next-step.ts'
import { isHttps } from './typed-text.ts'

/** The same in every language: content/campaign.yaml. */
export type CampaignSettings = z.infer<typeof settings>

const category = words.pipe(
  z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'must be small letters and hyphens, such as health-care'),
)

const wholeNumber = z
  .number({ error: 'must be a number' })
  .int('must be a whole number')
  .min(1, 'must be 1 or more')

const settings = z
  .strictObject({
    authoritativeLanguage: words,
    /** The languages that are offered, of those in locales/; without it all are. */
    languages: z
      .array(words, { error: 'must be a list of languages' })
      .min(1, 'must hold one language or more')
      .optional(),
    contactEmail: words.pipe(z.email('must be an e-mail address')),
    /** Whom to tell of a hole in the site: an e-mail address or a page; without it, contactEmail. */
    securityContact: words
      .refine(isMailOrPage, 'must be an e-mail address, or an address that begins with https://')
      .optional(),
    /** The page that says how such reports are dealt with. */
    securityPolicy: words
      .refine(isHttps, 'must be an address that begins with https://')
      .optional(),
    /** What holds until an owner says otherwise in the console (lib/campaign). */
    signing: z.enum(['preview', 'open', 'paused', 'closed'], {
      error: 'must be preview, open, paused or closed',
    }),
    /** Of the days and hours that the console shows and takes: a name of the IANA's list. */
    timeZone: words.refine(isTimeZone, 'must be a time zone such as Europe/Paris').default('UTC'),
    look: lookFields,
    /** What those who have signed are asked to do next. */
    nextStep: z
      .enum(NEXT_STEPS, {
        error: `must be ${NEXT_STEPS.slice(0, -1).join(', ')} or ${NEXT_STEPS.at(-1)}`,
      })
      .default('share'),
    /** The day of the event that they are asked to. */
    eventDay: day.optional(),
    /** How long what is kept; the privacy page says so and lib/retention does so. */
    retention: z.strictObject({
      pendingDays: wholeNumber,
      networkDays: wholeNumber,
      addressMonthsAfterDelivery: wholeNumber,
      deliveredOn: day.nullable(),
    }),
    categories: z
      .array(category, { error: 'must be a list of codes' })
      .min(1, 'must hold one code or more')
      .refine(codes => new Set(codes).size === codes.length, 'holds one code twice'),
  })
  .refine(({ nextStep, eventDay }) => nextStep !== 'event' || eventDay, {
    path: ['eventDay'],
    error: 'is missing: the next step is an event',
  })

/** @throws ContentError naming the field of content/campaign.yaml that is wrong. */
export function readSettings(root: string): CampaignSettings {
  const file = 'content/campaign.yaml'
  return memoize(root, file, () => readYamlFile(root, file, settings))
}

function isMailOrPage(text: string) {
  return isHttps(text) || z.email().safeParse(text).success
}

function isTimeZone(name: string) {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

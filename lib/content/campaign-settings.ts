import { z } from 'zod'
import { readYamlFile } from './content-file.ts'
import { fault, notAChoice } from './faults.ts'
import { day, words } from './fields.ts'
import { lookFields } from './look.ts'
import { memoize } from './memoize.ts'
import { NEXT_STEPS } from './next-step.ts'
import { isHttps } from './typed-text.ts'

/** The same in every language: content/campaign.yaml. */
export type CampaignSettings = z.infer<typeof settings>

const category = words.pipe(z.string().regex(/^[a-z]+(-[a-z]+)*$/, fault('not-a-code')))

const wholeNumber = z
  .number({ error: fault('not-a-number') })
  .int(fault('not-whole'))
  .min(1, fault('too-small'))

const SIGNING = ['preview', 'open', 'paused', 'closed'] as const

const settings = z
  .strictObject({
    authoritativeLanguage: words,
    /** The languages that are offered, of those in locales/; without it all are. */
    languages: z
      .array(words, { error: fault('not-a-list', { what: 'languages' }) })
      .min(1, fault('empty-list', { what: 'language' }))
      .optional(),
    contactEmail: words.pipe(z.email(fault('not-mail'))),
    /** Whom to tell of a hole in the site: an e-mail address or a page; without it, contactEmail. */
    securityContact: words.refine(isMailOrPage, fault('not-mail-or-page')).optional(),
    /** The page that says how such reports are dealt with. */
    securityPolicy: words.refine(isHttps, fault('not-https')).optional(),
    /** What holds until an owner says otherwise in the console (lib/campaign). */
    signing: z.enum(SIGNING, { error: notAChoice(SIGNING) }),
    /** Of the days and hours that the console shows and takes: a name of the IANA's list. */
    timeZone: words.refine(isTimeZone, fault('not-a-time-zone')).default('UTC'),
    look: lookFields,
    /** What those who have signed are asked to do next. */
    nextStep: z.enum(NEXT_STEPS, { error: notAChoice(NEXT_STEPS) }).default('share'),
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
      .array(category, { error: fault('not-a-list', { what: 'codes' }) })
      .min(1, fault('empty-list', { what: 'code' }))
      .refine(codes => new Set(codes).size === codes.length, fault('code-twice')),
  })
  .refine(({ nextStep, eventDay }) => nextStep !== 'event' || eventDay, {
    path: ['eventDay'],
    error: fault('no-event-day'),
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

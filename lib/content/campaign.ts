import { z } from 'zod'
import { type CampaignSettings, readSettings } from './campaign-settings.ts'
import { PROJECT_FOLDER, readYamlFile } from './content-file.ts'
import { fault, mustHold } from './faults.ts'
import { words, wordsFor } from './fields.ts'
import { type Legal, legalFields } from './legal.ts'
import { memoize } from './memoize.ts'
import { type NextStep, nextStepFor } from './next-step.ts'
import { type ShareTexts, shareTexts } from './share-texts.ts'

/** The campaign's settings, and its words in one language. */
export type Campaign = Omit<CampaignSettings, 'categories' | 'nextStep' | 'eventDay'> & {
  /** Who runs the site and answers for it. */
  organisation: string
  /** Name that mails come from. */
  mailSender: string
  /** Who answers for people's data, for the pages on privacy and the legal notice. */
  legal: Legal
  /** What those who have signed say when they pass the letter on, and what its readers say. */
  sharing: { signed: ShareTexts; reader: ShareTexts }
  /** What those who have signed are asked to do next; null where it is to pass the letter on. */
  nextStep: NextStep | null
  /** In the order in which the form offers them. */
  categories: { code: string; name: string }[]
}

// Signs that end or split a name in a mail's From line (RFC 5322, section 3.2.3: specials).
const senderName = words.refine(
  name => !/[()<>[\]:;@\\,."]/.test(name),
  fault('signs', { signs: '( ) < > [ ] : ; @ \\ , . "' }),
)

/** Codes of the categories a signatory may choose, the same in every language. */
export function categoryCodes(root = PROJECT_FOLDER): string[] {
  return readSettings(root).categories
}

/** Where the campaign stands until an owner says otherwise in the console. */
export function signingByContent(root = PROJECT_FOLDER) {
  return readSettings(root).signing
}

/** Time zone of the days and hours that the console shows and takes. */
export function timeZone(root = PROJECT_FOLDER) {
  return readSettings(root).timeZone
}

/** How the site looks. */
export function look(root = PROJECT_FOLDER) {
  return readSettings(root).look
}

/** Whom to tell of a hole in the site, and the page about that, if there is one. */
export function securityContact(root = PROJECT_FOLDER) {
  const { securityContact, contactEmail, securityPolicy } = readSettings(root)
  return { contact: securityContact ?? contactEmail, policy: securityPolicy }
}

/** How long what is kept. */
export function retention(root = PROJECT_FOLDER) {
  return readSettings(root).retention
}

/**
 * Reads content/campaign.yaml and content/campaign/<language>.yaml.
 * @throws ContentError naming the file and the field that is missing or wrong.
 */
export function readCampaign(language: string, root = PROJECT_FOLDER): Campaign {
  const file = `content/campaign/${language}.yaml`
  return memoize(root, file, () => readFrom(root, file))
}

function readFrom(root: string, file: string): Campaign {
  const settings = readSettings(root)
  const translation = z.strictObject({
    organisation: words,
    mailSender: senderName,
    legal: legalFields,
    sharing: z.strictObject(
      { signed: shareTexts, reader: shareTexts },
      {
        error: issue => (issue.code === 'invalid_type' ? mustHold('signed', 'reader') : undefined),
      },
    ),
    nextStep: nextStepFor(settings.nextStep, settings.eventDay),
    categories: wordsFor(settings.categories),
  })
  const names = readYamlFile(root, file, translation)
  return {
    ...settings,
    ...names,
    categories: settings.categories.map(code => ({ code, name: names.categories[code] ?? code })),
  }
}

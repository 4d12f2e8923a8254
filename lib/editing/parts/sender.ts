import { languages } from '#lib/content/languages.ts'
import { type Part, plainPart } from './part.ts'

/** The name that mails come from, in each language. */
export function senderPart(): Part {
  return plainPart(
    languages().map(language => ({
      field: `mailSender-${language}`,
      path: `campaign/${language}.yaml`,
      at: ['mailSender'],
    })),
  )
}

import { compose } from './compose.ts'
import { sampleMail } from './templates/load.ts'

/** The mail that asks for a confirmation, as a sample reader of this language gets it under a title of the letter. */
export function previewConfirmation(language: string, title: string) {
  return compose(sampleMail('confirm', language), title)
}

import { compose } from '#lib/mail/compose.ts'
import { sampleMail } from '#lib/mail/templates/samples.ts'
import type { ShownUpdate } from './read-updates.ts'
import { mistakeInBody, mistakeInSubject } from './update-texts.ts'

/** An update as a made-up reader of this language gets it; null as long as it cannot be sent. */
export function previewUpdate({ texts }: Pick<ShownUpdate, 'texts'>, language: string) {
  const text = texts[language]
  if (!text || mistakeInSubject(text.subject) || mistakeInBody(text.body)) return null
  const mail = sampleMail('update_test', language)
  return compose({ ...mail, organiser: null, update: { texts } })
}

import { mistakeInBody, mistakeInSubject } from '#lib/broadcasts/broadcast-texts.ts'
import type { ShownBroadcast } from '#lib/broadcasts/read-broadcasts.ts'
import { compose } from './compose.ts'
import { sampleMail } from './templates/load.ts'

/** A broadcast as a sample reader of this language gets it; null until it can be sent. */
export function previewBroadcast(
  { texts, privacyVersion }: Pick<ShownBroadcast, 'texts' | 'privacyVersion'>,
  language: string,
) {
  const text = texts[language]
  if (!text || mistakeInSubject(text.subject) || mistakeInBody(text.body)) return null
  const mail = sampleMail('broadcast_test', language)
  return compose({ ...mail, organiser: null, broadcast: { texts, privacyVersion } })
}

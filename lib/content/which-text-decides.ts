import { translator } from '#lib/text/messages.ts'
import type { Letter } from './letter.ts'

/** Sentence that names the authoritative text, in the letter's own language. */
export function whichTextDecides(letter: Letter) {
  const t = translator(letter.language)
  const names = new Intl.DisplayNames(letter.language, { type: 'language' })
  const language = names.of(letter.authoritativeLanguage) ?? letter.authoritativeLanguage
  return letter.isAuthoritative
    ? t('letter.authoritative', { language })
    : t('letter.translation', { language })
}

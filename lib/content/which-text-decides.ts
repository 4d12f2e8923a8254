import { translator } from '#lib/text/messages.ts'
import type { Letter } from './letter.ts'

/** Says in the letter's own language which text of it decides, and whether this one is it. */
export function whichTextDecides(letter: Letter) {
  const t = translator(letter.language)
  const names = new Intl.DisplayNames(letter.language, { type: 'language' })
  const language = names.of(letter.authoritativeLanguage) ?? letter.authoritativeLanguage
  return letter.isAuthoritative
    ? t('letter.authoritative', { language })
    : t('letter.translation', { language })
}

import type { LetterPreviewLinks } from '#components/organisers/letter/PreviewLinks.tsx'
import type { Messages } from '#lib/text/messages.ts'
import { readMessages } from '#lib/text/messages.ts'

/** What a preview's address says where it shows what was typed and is not saved. */
export const AS_TYPED = 'typed'

/** Where the letter of each language can be looked at: as a page, as wide as a phone, as mail, as PDF. */
export function previewLinks(
  languages: string[],
  words: Messages['organisers']['letter']['preview'],
  isTyped = false,
): LetterPreviewLinks[] {
  return languages.map(language => {
    const { languageName } = readMessages(language).site
    const page = `/${language}/organisers/letter/preview`
    const query = isTyped ? `?as=${AS_TYPED}` : ''
    return {
      language,
      name: languageName,
      links: [
        { text: words.page, href: `${page}${query}` },
        { text: words.phone, href: `${page}${query}`, isPhone: true },
        { text: words.mail, href: `${page}/mail${query}` },
        { text: words.pdf, href: `${page}/letter.pdf${query}` },
      ],
    }
  })
}

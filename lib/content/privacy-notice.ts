import { createHash } from 'node:crypto'
import { PROJECT_FOLDER } from './content-file.ts'
import { languages } from './languages.ts'
import { pageNames, readPage } from './page.ts'

/** The page that tells people what becomes of their data: its folder in content/pages/, and its address. */
export const PRIVACY_PAGE = 'privacy'

/**
 * Version of the privacy notice: a hash of the page as it reads in every language, its periods and addresses among it.
 * Null where content/ has no such page.
 */
export function privacyNoticeVersion(root = PROJECT_FOLDER): string | null {
  if (!pageNames(root).includes(PRIVACY_PAGE)) return null
  const whole = languages(root)
    .toSorted()
    .map(language => {
      const { title, description, blocks } = readPage(PRIVACY_PAGE, language, root)
      return [language, title, description, blocks]
    })
  return createHash('sha256').update(JSON.stringify(whole)).digest('hex')
}

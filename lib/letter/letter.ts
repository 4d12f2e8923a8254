import { z } from 'zod'
import type { Block } from './blocks.ts'
import { readSettings } from './campaign-settings.ts'
import { PROJECT_FOLDER, readMarkdownFile } from './content-file.ts'
import { day, words } from './fields.ts'
import { letterVersion } from './letter-version.ts'
import { parseMarkdown } from './markdown.ts'
import { remember } from './remember.ts'

/** The letter in one language. */
export type Letter = z.infer<typeof frontMatter> & {
  language: string
  /** Whether this text decides when translations differ. */
  isAuthoritative: boolean
  authoritativeLanguage: string
  blocks: Block[]
  /** See letter-version.ts: kept with every signature given in this language. */
  version: string
}

const frontMatter = z.strictObject({
  title: words,
  /** For search engines and shared links. */
  description: words,
  date: day,
  addressee: words,
  launchedBy: words,
})

/**
 * Reads content/letter/<language>.md.
 * @throws ContentError naming the file, and the field or line that is wrong.
 */
export function readLetter(language: string, root = PROJECT_FOLDER): Letter {
  const file = `content/letter/${language}.md`
  return remember(root, file, () => readFrom(root, file, language))
}

function readFrom(root: string, file: string, language: string): Letter {
  const { authoritativeLanguage } = readSettings(root)
  const { fields, body, firstLine } = readMarkdownFile(root, file, frontMatter)
  return {
    ...fields,
    language,
    isAuthoritative: language === authoritativeLanguage,
    authoritativeLanguage,
    blocks: parseMarkdown(body, file, firstLine),
    version: letterVersion({ ...fields, body }),
  }
}

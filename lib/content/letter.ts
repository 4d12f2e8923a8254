import { z } from 'zod'
import type { Block } from './blocks.ts'
import { readSettings } from './campaign-settings.ts'
import { PROJECT_FOLDER, readMarkdownFile } from './content-file.ts'
import { day, words } from './fields.ts'
import { letterVersion, type SignedText } from './letter-version.ts'
import { parseMarkdown } from './markdown.ts'
import { memoize } from './memoize.ts'

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
  const file = letterFile(language)
  return memoize(root, file, () => readFrom(root, file, language))
}

/**
 * Reads the very text that is signed in a language: what the version is the hash of.
 * @throws ContentError as above.
 */
export function readSignedText(language: string, root = PROJECT_FOLDER): SignedText {
  const file = letterFile(language)
  const { fields, body } = readMarkdownFile(root, file, frontMatter)
  const { title, addressee, date } = fields
  return { title, addressee, date, body }
}

/** The file that holds the letter in a language. */
export function letterFile(language: string) {
  return `content/letter/${language}.md`
}

function readFrom(root: string, file: string, language: string): Letter {
  const { authoritativeLanguage } = readSettings(root)
  const { fields, body, firstLine } = readMarkdownFile(root, file, frontMatter)
  return {
    ...fields,
    language,
    isAuthoritative: language === authoritativeLanguage,
    authoritativeLanguage,
    blocks: parseMarkdown(withApostrophes(body), file, firstLine),
    version: letterVersion({ ...fields, body }),
  }
}

/** The end of a link, or a straight apostrophe within a word. */
const LINK_OR_APOSTROPHE = /\]\([^)]*\)|(?<=\p{L})'(?=\p{L})/gu

/** A text typed with straight apostrophes is shown with typographic ones; what is signed keeps its bytes. */
function withApostrophes(body: string) {
  return body.replace(LINK_OR_APOSTROPHE, found => (found === "'" ? '’' : found))
}

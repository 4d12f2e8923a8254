import { z } from 'zod'
import { ContentError, type ContentMistake } from '#lib/content/content-error.ts'
import { namesIn, PROJECT_FOLDER, readMarkdownFile } from '#lib/content/content-file.ts'
import { fault, notAChoice } from '#lib/content/faults.ts'
import { words } from '#lib/content/fields.ts'
import { parseMarkdown } from '#lib/content/markdown.ts'
import { memoize } from '#lib/content/memoize.ts'
import { isHttps } from '#lib/content/typed-text.ts'
import { COUNTRY_CODES } from '#lib/text/countries.ts'
import type { NewsItem } from './news-item.ts'
import { dayOfSlug } from './news-slug.ts'

const source = words.refine(isHttps, fault('not-https'))

const frontMatter = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('news'), title: words, source: source.optional() }),
    z.strictObject({
      kind: z.literal('answer'),
      title: words,
      source,
      country: words.pipe(z.enum(COUNTRY_CODES, fault('not-a-country'))),
      who: words,
      quote: words,
    }),
  ],
  { error: ({ code }) => (code === 'invalid_union' ? notAChoice(['news', 'answer']) : undefined) },
)

/** Names of the pieces of news that organisers wrote as files: the folders of content/news/. */
export function contentNewsSlugs(root = PROJECT_FOLDER): string[] {
  return namesIn(root, 'content/news')
}

/**
 * Reads content/news/<slug>/<language>.md; its day is the one that the folder's name begins with.
 * @throws ContentError naming the folder or file, and the field or line that is wrong.
 */
export function readContentNews(slug: string, language: string, root = PROJECT_FOLDER): NewsItem {
  const file = `content/news/${slug}/${language}.md`
  return memoize(root, file, () => readFrom(root, slug, file))
}

/**
 * Checks that a piece of news is of one kind, and of one country, in every language.
 * @throws ContentError naming the file and the field that differs.
 */
export function checkNewsAgrees(slug: string, spoken: string[], root = PROJECT_FOLDER) {
  const [original, ...translations] = spoken.map(language => ({
    file: `content/news/${slug}/${language}.md`,
    facts: factsOf(readContentNews(slug, language, root)),
  }))
  const mistakes = translations.flatMap(({ file, facts }) =>
    facts
      .filter(([name, value]) => value !== new Map(original?.facts).get(name))
      .map(([name]) => differing(file, name, original?.file)),
  )
  if (mistakes.length > 0) throw new ContentError(mistakes)
}

function differing(file: string, name: string, other = ''): ContentMistake {
  return { file, place: [name], code: 'differs', values: { other } }
}

function readFrom(root: string, slug: string, file: string): NewsItem {
  const day = dayOfSlug(slug)
  if (!day) {
    const folder = `content/news/${slug}`
    throw new ContentError([{ file: folder, code: 'not-a-slug' }])
  }
  const { fields, body, firstLine } = readMarkdownFile(root, file, frontMatter)
  const { kind, title } = fields
  const blocks = parseMarkdown(body, file, firstLine)
  return { slug, kind, day, title, blocks, source: fields.source ?? null, answer: answerOf(fields) }
}

function answerOf(fields: z.infer<typeof frontMatter>) {
  if (fields.kind === 'news') return null
  const { country, who, quote } = fields
  return { country, who, quote }
}

function factsOf({ kind, answer }: NewsItem) {
  return [['kind', kind] as const, ['country', answer?.country] as const]
}

import type { Block } from '#lib/content/blocks.ts'
import { readCampaign } from '#lib/content/campaign.ts'
import { ContentError, type ContentMistake, sentenceOf } from '#lib/content/content-error.ts'
import { namesIn, PROJECT_FOLDER } from '#lib/content/content-file.ts'
import { DRAWINGS, readDrawing } from '#lib/content/drawings.ts'
import { readFirstSignatories } from '#lib/content/first-signatories.ts'
import { languages, translatedLanguages } from '#lib/content/languages.ts'
import { readLetter } from '#lib/content/letter.ts'
import { readMenus } from '#lib/content/menus.ts'
import { messagesMistakes } from '#lib/content/messages-mistakes.ts'
import { pageNames, readPage } from '#lib/content/page.ts'
import { parityMistakes } from '#lib/content/parity.ts'
import { readWatchList } from '#lib/content/watch-list.ts'
import { checkNewsAgrees, contentNewsSlugs, readContentNews } from '#lib/news/content-news.ts'

/**
 * Reads all of content/ in every language, and compares translations with the authoritative text.
 * @throws ContentError that lists every mistake once, naming file, place and reason.
 */
export function checkContent(root = PROJECT_FOLDER): void {
  const spoken = languages(root)
  const [authoritative = ''] = spoken
  const mistakes = spoken.flatMap(language => messagesMistakes(root, language, authoritative))
  attempt(() => readMenus(root), mistakes)
  attempt(() => readWatchList(root), mistakes)
  for (const name of DRAWINGS) attempt(() => readDrawing(name, root), mistakes)
  for (const language of spoken) {
    attempt(() => readCampaign(language, root), mistakes)
    attempt(() => readFirstSignatories(language, root), mistakes)
  }
  const readText = (language: string) => readLetter(language, root).blocks
  checkText('content/letter', spoken, readText, mistakes)
  for (const name of pageNames(root)) {
    const readProse = (language: string) => readPage(name, language, root).blocks
    checkText(`content/pages/${name}`, spoken, readProse, mistakes)
  }
  for (const slug of contentNewsSlugs(root)) {
    const readItem = (language: string) => readContentNews(slug, language, root).blocks
    checkText(`content/news/${slug}`, spoken, readItem, mistakes)
    attempt(() => checkNewsAgrees(slug, spoken, root), mistakes)
  }
  mistakes.push(...strayFiles(root, translatedLanguages(root)))
  if (mistakes.length > 0) throw new ContentError(eachOnce(mistakes))
}

function checkText(
  folder: string,
  spoken: string[],
  read: (language: string) => Block[],
  mistakes: ContentMistake[],
) {
  const [authoritative, ...translations] = spoken.map(language => ({
    file: `${folder}/${language}.md`,
    blocks: attempt(() => read(language), mistakes),
  }))
  if (!authoritative?.blocks) return
  const original = { file: authoritative.file, blocks: authoritative.blocks }
  for (const { file, blocks } of translations) {
    if (blocks) mistakes.push(...parityMistakes(original, { file, blocks }))
  }
}

function attempt<T>(read: () => T, mistakes: ContentMistake[]): T | undefined {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    mistakes.push(...error.mistakes)
  }
}

// A translation that nobody can reach is a slip: its words of the interface were forgotten.
function strayFiles(root: string, spoken: string[]): ContentMistake[] {
  const folders = [
    'content/letter',
    'content/campaign',
    'content/first-signatories',
    ...pageNames(root).map(name => `content/pages/${name}`),
    ...contentNewsSlugs(root).map(slug => `content/news/${slug}`),
  ]
  return folders.flatMap(folder =>
    namesIn(root, folder)
      .map(name => ({ file: `${folder}/${name}`, language: name.replace(/\.[^.]+$/, '') }))
      .filter(({ language }) => !spoken.includes(language))
      .map(({ file, language }) => ({ file, code: 'stray', values: { language } }) as const),
  )
}

function eachOnce(mistakes: ContentMistake[]) {
  return [...new Map(mistakes.map(mistake => [sentenceOf(mistake), mistake])).values()]
}

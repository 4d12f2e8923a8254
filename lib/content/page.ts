import { z } from 'zod'
import type { Block } from './blocks.ts'
import { type Campaign, readCampaign } from './campaign.ts'
import { ContentError } from './content-error.ts'
import { namesIn, PROJECT_FOLDER, readMarkdownFile } from './content-file.ts'
import { words } from './fields.ts'
import { parseMarkdown } from './markdown.ts'
import { memoize } from './memoize.ts'
import { retentionPeriods } from './periods.ts'

/** A page of prose beside the letter, such as "privacy". */
export type Page = z.infer<typeof frontMatter> & {
  name: string
  language: string
  blocks: Block[]
}

const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/g

const frontMatter = z.strictObject({ title: words, description: words })

/** Names of the pages: the folders of content/pages/. */
export function pageNames(root = PROJECT_FOLDER): string[] {
  return namesIn(root, 'content/pages')
}

/**
 * Reads content/pages/<name>/<language>.md. Blanks such as {organisation} and {pendingDays} in its text
 * stand for the campaign's settings, so that organisers write them once and no page says what the site
 * does not do. A line whose blank has nothing to say, such as {host} before it is known, is left out.
 * @throws ContentError naming the file, and the field or line that is wrong.
 */
export function readPage(name: string, language: string, root = PROJECT_FOLDER): Page {
  const file = `content/pages/${name}/${language}.md`
  return memoize(root, file, () => readFrom(root, file, name, language))
}

function readFrom(root: string, file: string, name: string, language: string): Page {
  const { fields, body, firstLine } = readMarkdownFile(root, file, frontMatter)
  const source = fillIn(body, blanks(readCampaign(language, root), root), file)
  return { ...fields, name, language, blocks: parseMarkdown(source, file, firstLine) }
}

function blanks({ organisation, contactEmail: contact, legal }: Campaign, root: string) {
  const values = { organisation, contact, ...legal, ...retentionPeriods(root) }
  return new Map(Object.entries(values).map(([name, value]) => [`{${name}}`, value]))
}

/** Fills the blanks in; a line with a blank that has nothing to say is left out. */
function fillIn(body: string, values: Map<string, string | number | null>, file: string) {
  const unknown = (body.match(/\{[^{}]*\}/g) ?? []).filter(blank => !values.has(blank))
  if (unknown.length > 0) {
    const known = [...values.keys()].join(', ')
    throw new ContentError(
      unknown.map(blank => ({ file, code: 'blank', values: { blank, known } })),
    )
  }
  const isSaid = (line: string) =>
    (line.match(/\{[^{}]*\}/g) ?? []).every(blank => values.get(blank) !== null)
  const lines = body.split('\n').map(line => (isSaid(line) ? line : ''))
  return lines
    .join('\n')
    .replace(/\{[^{}]*\}/g, blank => escapeMarkdown(String(values.get(blank) ?? blank)))
}

// CommonMark 0.31, section 2.4: a backslash before any ASCII punctuation makes it a plain character.
function escapeMarkdown(text: string) {
  return text.replace(ASCII_PUNCTUATION, '\\$&')
}

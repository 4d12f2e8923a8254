import { parseDocument } from 'yaml'
import type { z } from 'zod'
import { namesOfCampaign, readCampaignFile } from '#lib/text/campaign-files.ts'
import { ContentError } from './content-error.ts'
import { checkFields } from './fields.ts'
import { yamlMistakes } from './yaml-mistakes.ts'

/** Front matter with its two lines of ---, and the empty lines below it. */
export const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n[ \t]*)*(?:\r?\n|$)/m

export { PROJECT_FOLDER } from '#lib/text/campaign-files.ts'

type MarkdownFile<T> = { fields: T; body: string; firstLine: number }

/**
 * Reads a Markdown file with front matter. `firstLine` is the line, from 1, on which the body starts.
 * @throws ContentError naming the file, and the field or line that is wrong.
 */
export function readMarkdownFile<T>(root: string, file: string, schema: z.ZodType<T>) {
  const source = readText(root, file)
  const found = source.startsWith('---') ? FRONT_MATTER.exec(source) : null
  if (!found) {
    throw new ContentError([{ file, code: 'no-front-matter' }])
  }
  const fields = checkFields(schema, parseYaml(found[1] ?? '', file, 2), file)
  const firstLine = found[0].split('\n').length
  return { fields, body: source.slice(found[0].length), firstLine } satisfies MarkdownFile<T>
}

/**
 * Reads a YAML file.
 * @throws ContentError naming the file, and the field or line that is wrong.
 */
export function readYamlFile<T>(root: string, file: string, schema: z.ZodType<T>): T {
  return checkFields(schema, parseYaml(readText(root, file), file, 1), file)
}

/** Names in a folder, sorted; none when there is no such folder. */
export function namesIn(root: string, folder: string): string[] {
  return namesOfCampaign(root, folder)
}

/** The text of a file. @throws ContentError where there is none */
export function readText(root: string, file: string) {
  const text = readCampaignFile(root, file)
  if (text === null) throw new ContentError([{ file, code: 'file-missing' }])
  return text.replace(/^\uFEFF/, '')
}

function parseYaml(source: string, file: string, firstLine: number): unknown {
  const document = parseDocument(source)
  const mistakes = yamlMistakes(document, file, firstLine)
  if (mistakes.length > 0) throw new ContentError(mistakes)
  return document.toJS()
}

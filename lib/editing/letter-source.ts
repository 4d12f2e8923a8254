import { Document, isMap, parseDocument } from 'yaml'
import { FRONT_MATTER } from '#lib/content/content-file.ts'

/** What stands above the letter, in the order of its form. */
export const LETTER_FIELDS = ['title', 'description', 'addressee', 'launchedBy', 'date'] as const

type LetterField = (typeof LETTER_FIELDS)[number]

/** The letter in one language as its form shows it: a field for each line above it, and for each paragraph. */
export type LetterTexts = Record<LetterField, string> & {
  /** Markdown between empty lines: a paragraph, a heading, a list, a quotation. */
  paragraphs: string[]
}

const BETWEEN_PARAGRAPHS = /\n(?:[ \t]*\n)+/

// A line of YAML goes on as long as it is: whoever compares two versions sees what changed, and nothing else.
const AS_LONG_AS_IT_IS = { lineWidth: 0 }

/** Takes a file of the letter apart; what cannot be read is empty. */
export function readLetterSource(source: string): LetterTexts {
  const { front, body } = halvesOf(source)
  const fields: unknown = front.errors.length === 0 ? front.toJS() : {}
  const values = new Map(Object.entries(typeof fields === 'object' && fields ? fields : {}))
  const entries = LETTER_FIELDS.map(name => [name, String(values.get(name) ?? '')] as const)
  return {
    ...(Object.fromEntries(entries) as Record<LetterField, string>),
    paragraphs: paragraphsIn(body),
  }
}

/** Puts a file of the letter together. What did not change keeps its bytes: comments, order, quotes, line ends. */
export function writeLetterSource(former: string, texts: LetterTexts): string {
  const { front, body, source } = halvesOf(former)
  const before = readLetterSource(former)
  const isFrontKept = LETTER_FIELDS.every(name => texts[name] === before[name])
  const typed = texts.paragraphs.flatMap(paragraphsIn).join('\n\n')
  const isBodyKept = typed === before.paragraphs.join('\n\n')
  return `${isFrontKept ? source : frontMatter(front, texts)}${isBodyKept ? body : `${typed}\n`}`
}

function halvesOf(file: string) {
  const text = file.replace(/^\uFEFF/, '')
  const found = text.startsWith('---') ? FRONT_MATTER.exec(text) : null
  const source = found?.[0] ?? ''
  return { front: parseDocument(found?.[1] ?? ''), body: text.slice(source.length), source }
}

function paragraphsIn(body: string) {
  return body
    .replace(/\r\n?/g, '\n')
    .split(BETWEEN_PARAGRAPHS)
    .map(paragraph => paragraph.replace(/^\n+|[ \t\n]+$/g, ''))
    .filter(paragraph => paragraph !== '')
}

/** Front matter that nobody can read is written anew. */
function frontMatter(front: ReturnType<typeof parseDocument>, texts: LetterTexts) {
  const document = front.errors.length === 0 && isMap(front.contents) ? front : new Document({})
  for (const name of LETTER_FIELDS) {
    if (document.get(name) !== texts[name]) document.set(name, texts[name])
  }
  return `---\n${document.toString(AS_LONG_AS_IT_IS)}---\n\n`
}

import type { Mark, Node } from 'prosemirror-model'
import type { Dialect } from './dialect.ts'
import { characterReference, escapeAll, escapeText } from './escape-text.ts'
import { isLinkMark, outermost } from './outermost-mark.ts'
import { schema } from './schema.ts'
import { isWord, wordsApart } from './settle.ts'
import { writeAddress } from './write-address.ts'

const { nodes: NODES, marks: MARKS } = schema

/**
 * How a line is written: with as few escapes as it needs, with all, or with letters beside the signs of bold and italic
 * as references, for signs within a word. The first that is read as the same line is taken.
 */
export const CARES = ['needed', 'all', 'references'] as const

export type Manner = { care: (typeof CARES)[number]; emphasis: Dialect['emphasis'] }

type Part =
  | { kind: 'sign' | 'open' | 'close'; text: string }
  | { kind: 'words'; text: string; isInLink: boolean }

/** The words of a paragraph or heading that was settled, in Markdown. */
export function writeInlines(block: Node, dialect: Dialect, manner: Manner): string {
  const runs = [...block.children].flatMap(wordsApart)
  // Two breaks of spaces would be an empty line.
  const lineBreak = runs.some((run, at) => isBreak(run) && isBreak(runs[at + 1]))
    ? '\\\n'
    : dialect.lineBreak
  const signs = { ...dialect, lineBreak, emphasis: manner.emphasis }
  const parts = joinWords(partsOf(runs, signs, false))
  const all = block.textContent
  const isHeading = block.type === NODES.heading
  return parts
    .map((part, at) => {
      if (part.kind !== 'words') return part.text
      const text = part.text
      const before = parts[at - 1]
      const after = parts[at + 1]
      if (manner.care !== 'needed') {
        const isReferred = manner.care === 'references'
        return carefully(
          text,
          isReferred && before?.kind === 'close',
          isReferred && after?.kind === 'open',
        )
      }
      return escapeText(text, {
        before: signOf(before),
        after: signOf(after),
        isLineStart: !before || before.text.endsWith('\n'),
        isHeading,
        isInLink: part.isInLink,
        all,
      })
    })
    .join('')
}

function isBreak(run: Node | undefined) {
  return run?.type === NODES.lineBreak
}

/** The end of a line is none of the signs that words may stand against. */
function signOf(part: Part | undefined) {
  return part && !/^\s|\n$/.test(part.text) ? part.text : ''
}

function carefully(text: string, isFirstReferred: boolean, isLastReferred: boolean) {
  const letters = [...text]
  return letters
    .map((letter, at) => {
      const isReferred =
        (isFirstReferred && at === 0) || (isLastReferred && at === letters.length - 1)
      return isReferred && /\S/.test(letter) ? characterReference(letter) : escapeAll(letter)
    })
    .join('')
}

function joinWords(parts: Part[]): Part[] {
  const joined: Part[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last?.kind === 'words' && part.kind === 'words' && last.isInLink === part.isInLink) {
      last.text += part.text
    } else joined.push({ ...part })
  }
  return joined
}

function partsOf(runs: Node[], dialect: Dialect, isInLink: boolean): Part[] {
  const [first] = runs
  if (!first) return []
  if (first.marks.length === 0) {
    const part = plainPart(first, dialect, isInLink)
    return [part, ...partsOf(runs.slice(1), dialect, isInLink)]
  }
  const { mark, length } = outermost(runs, dialect)
  const inside = runs.slice(0, length).map(run => run.mark(mark.removeFromSet(run.marks)))
  return [
    ...dressed(mark, inside, dialect, isInLink),
    ...partsOf(runs.slice(length), dialect, isInLink),
  ]
}

function plainPart(run: Node, dialect: Dialect, isInLink: boolean): Part {
  if (run.isText) return { kind: 'words', text: run.text ?? '', isInLink }
  return { kind: 'sign', text: run.type === NODES.lineEnd ? '\n' : dialect.lineBreak }
}

function dressed(mark: Mark, inside: Node[], dialect: Dialect, isInLink: boolean): Part[] {
  return isLinkMark(mark.type)
    ? linked(mark, inside, dialect)
    : emphasised(mark, inside, dialect, isInLink)
}

/** Where two marks overlap one is written in two parts, and none of them may begin or end with a space. */
function emphasised(mark: Mark, inside: Node[], dialect: Dialect, isInLink: boolean): Part[] {
  const text = mark.type === MARKS.strong ? dialect.strong : dialect.emphasis
  const start = inside.findIndex(isWord)
  const end = inside.findLastIndex(isWord) + 1
  const plain = (runs: Node[]) => runs.map(run => plainPart(run, dialect, isInLink))
  if (start === -1) return plain(inside)
  return [
    ...plain(inside.slice(0, start)),
    { kind: 'open', text },
    ...partsOf(inside.slice(start, end), dialect, isInLink),
    { kind: 'close', text },
    ...plain(inside.slice(end)),
  ]
}

function linked(mark: Mark, inside: Node[], dialect: Dialect): Part[] {
  const href: string = mark.attrs.href ?? `lang:${mark.attrs.language}`
  if (dialect.hasAutolinks && isAutolink(href, inside))
    return [{ kind: 'sign', text: `<${textIn(inside)}>` }]
  const title = mark.attrs.title === null ? '' : ` "${mark.attrs.title.replace(/["\\&]/g, '\\$&')}"`
  const end = `](${writeAddress(href)}${title})`
  return [
    { kind: 'sign', text: '[' },
    ...partsOf(inside, dialect, true),
    { kind: 'sign', text: end },
  ]
}

function isAutolink(href: string, inside: Node[]) {
  const text = textIn(inside)
  return (text === href || `mailto:${text}` === href) && !/[\s<>]/.test(text)
}

function textIn(runs: Node[]) {
  return runs.map(run => run.text ?? '').join('')
}

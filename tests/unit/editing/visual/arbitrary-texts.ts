import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { schema } from '#lib/editing/visual/schema.ts'

const { nodes: NODES, marks: MARKS } = schema

/** What Markdown could take for its own, what French needs, and what a parser may stumble over. */
const WORDS = [
  ...['a', 'été', 'No', '1986', 'AT&T', '&amp;', '©', '👩🏽‍⚕️', 'مرحبا', 'https://example.org/a_b'],
  ...[
    '*',
    '**',
    '_',
    '__',
    '`',
    '```',
    '~~~',
    '\\',
    '\\\\',
    '<',
    '<b>',
    '>',
    '#',
    '##',
    '-',
    '---',
    '+',
    '=',
    '===',
  ],
  ...[
    '1.',
    '2)',
    '.',
    ',',
    '!',
    '?',
    '[',
    ']',
    '](',
    '(',
    ')',
    '![',
    ']:',
    '"',
    "'",
    '’',
    ':',
    ';',
    '|',
    '{contact}',
  ],
  ...[' ', '  ', '\t', '\u00a0', '\u202f', '«\u202f', '\u202f»'],
]

const words = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 })
  .map(all => all.join(''))

const HREFS = [
  'https://example.org',
  'https://docs.un.org/fr/S/RES/2286(2016)',
  'mailto:{contact}',
  '/fr#sign',
  '#a)b',
  'https://x/?a=1&amp;b=2 c',
]

const marks = fc
  .record({
    strong: fc.boolean(),
    emphasis: fc.boolean(),
    link: fc.option(fc.constantFrom(...HREFS), { freq: 2 }),
    language: fc.option(fc.constantFrom('fr', 'en'), { freq: 1 }),
  })
  .map(({ strong, emphasis, link, language }) => [
    ...(link !== null ? [MARKS.link.create({ href: link })] : []),
    ...(link === null && language ? [MARKS.foreign.create({ language })] : []),
    ...(emphasis ? [MARKS.emphasis.create()] : []),
    ...(strong ? [MARKS.strong.create()] : []),
  ])

const run = fc.tuple(words, marks).map(([text, on]) => schema.text(text, on))
const inline = fc.oneof(
  { weight: 6, arbitrary: run },
  { weight: 1, arbitrary: marks.map(on => NODES.lineBreak.create(null, null, on)) },
  { weight: 1, arbitrary: marks.map(on => NODES.lineEnd.create(null, null, on)) },
)

const paragraph = fc
  .array(inline, { maxLength: 4 })
  .map(children => NODES.paragraph.create(null, children))
const heading = fc
  .tuple(fc.constantFrom(2, 3), fc.array(run, { maxLength: 3 }))
  .map(([depth, children]) => NODES.heading.create({ depth }, children))

const { block } = fc.letrec<{ block: Node; item: Node }>(tie => ({
  item: fc
    .tuple(paragraph, fc.array(tie('block'), { maxLength: 2 }), fc.boolean())
    .map(([first, rest, isSpread]) => NODES.listItem.create({ isSpread }, [first, ...rest])),
  block: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'blocks' },
    paragraph,
    heading,
    fc
      .tuple(fc.array(tie('item'), { minLength: 1, maxLength: 2 }), fc.boolean())
      .map(([items, isSpread]) => NODES.bulletList.create({ isSpread }, items)),
    fc
      .tuple(fc.array(tie('item'), { minLength: 1, maxLength: 2 }), fc.nat(1200), fc.boolean())
      .map(([items, start, isSpread]) => NODES.orderedList.create({ start, isSpread }, items)),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 2 })
      .map(blocks => NODES.quote.create(null, blocks)),
  ),
}))

/** Any text that the visual editor can hold. */
export const anyText = fc
  .array(block, { minLength: 1, maxLength: 2 })
  .map(blocks => NODES.doc.create(null, blocks))

/** Any Markdown, or what looks like it, with line ends. */
export const anySource = fc
  .array(fc.constantFrom(...WORDS, '\n', '\n\n', '\n- ', '\n> ', '\n  ', '\n## ', '\\\n', '  \n'), {
    maxLength: 14,
  })
  .map(all => all.join(''))

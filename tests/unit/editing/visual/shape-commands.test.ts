import { type Command, EditorState, TextSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { linkAt, setLink } from '#components/organisers/writing/link-commands.ts'
import { COMMANDS, shapesAt } from '#components/organisers/writing/shape-commands.ts'
import { openText } from '#lib/editing/visual/open-text.ts'

/** A text with the words of `marked` marked, or the cursor at its start where `marked` is empty. */
function textWith(source: string, marked: string) {
  const opened = openText(source)
  if (opened.outcome !== 'opened') throw new Error(`${source}: ${opened.outcome}`)
  const { doc, write } = opened
  const state = EditorState.create({ doc })
  const from = placeOf(state, marked)
  const selection = TextSelection.create(doc, from, from + marked.length)
  return { state: state.apply(state.tr.setSelection(selection)), write }
}

/** Words of a test stand within one run of text. */
function placeOf({ doc }: EditorState, words: string) {
  let place = 1
  doc.descendants((node, at) => {
    if (words && node.isText && node.text?.includes(words)) place = at + node.text.indexOf(words)
  })
  return place
}

function after(source: string, marked: string, command: Command) {
  const { state, write } = textWith(source, marked)
  let changed = state
  command(state, transaction => {
    changed = state.apply(transaction)
  })
  return write(changed.doc)
}

test.each([
  ['a word here', 'word', 'bold', 'a **word** here'],
  ['a **word** here', 'word', 'bold', 'a word here'],
  ['a word here', ' word ', 'italic', 'a *word* here'],
  ['(s)', '(s)', 'bold', '**(s)**'],
  ['mot(s)', '(s)', 'bold', 'mo&#x74;**\\(s\\)**'],
  ['one\n\ntwo', 'two', 'heading', 'one\n\n## two'],
  ['## two', 'two', 'heading', 'two'],
  ['## two', 'two', 'subheading', '### two'],
  ['one', 'one', 'list', '- one'],
  ['- one\n- two', 'two', 'list', '- one\n\ntwo'],
  ['- one\n- two', 'two', 'numbers', '1. one\n2. two'],
  ['said', 'said', 'quote', '> said'],
  ['> said', 'said', 'quote', 'said'],
] as const)('%j with %j made %s is %j', (source, marked, shape, written) => {
  expect(after(source, marked, COMMANDS[shape])).toBe(written)
})

test('the buttons show what the words at the cursor are', () => {
  const { state } = textWith('> - **[word](https://example.org)**', 'word')
  expect([...shapesAt(state)]).toEqual(['bold', 'link', 'list', 'quote'])
})

test('marked words become a link, and the link at the cursor another one, or none', () => {
  const { state, write } = textWith('see us', 'us')
  expect(linkAt(state)).toEqual({ href: null, hasWords: true })
  const linked = state.apply(setLink(state, 'https://example.org', ''))
  expect(write(linked.doc)).toBe('see [us](https://example.org)')
  const inside = linked.apply(linked.tr.setSelection(TextSelection.create(linked.doc, 6)))
  expect(linkAt(inside)).toEqual({ href: 'https://example.org', hasWords: true })
  const other = inside.apply(setLink(inside, '/fr/news', ''))
  expect(write(other.doc)).toBe('see [us](/fr/news)')
  expect(write(other.apply(setLink(other, null, '')).doc)).toBe('see us')
})

test('where nothing is marked the words of a link are asked for', () => {
  const { state, write } = textWith('here', '')
  expect(linkAt(state)).toEqual({ href: null, hasWords: false })
  expect(write(state.apply(setLink(state, '/fr/news', 'News')).doc)).toBe('[News](/fr/news)here')
})

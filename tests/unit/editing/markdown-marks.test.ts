import { expect, test } from 'vitest'
import { applyMark, type Mark } from '#components/organisers/letter/markdown-marks.ts'

/** The text after a mark, the selection between brackets. */
function marked(text: string, mark: Mark) {
  const from = text.indexOf('[')
  const to = text.indexOf(']') - 1
  const value = text.replace('[', '').replace(']', '')
  const change = applyMark(value, from, to, mark)
  const after = value.slice(0, change.start) + change.text + value.slice(change.end)
  const { selectionStart: start, selectionEnd: end } = change
  return `${after.slice(0, start)}[${after.slice(start, end)}]${after.slice(end)}`
}

test.each([
  ['a [word] here', 'bold', 'a **[word]** here'],
  ['a **[word]** here', 'bold', 'a [word] here'],
  ['a[ word ]here', 'italic', 'a *[word]* here'],
  ['a []here', 'italic', 'a *[]*here'],
  ['see [us]', 'link', 'see [[us]](https://)'],
  ['one\nt[w]o\nthree', 'heading', 'one\n[## two]\nthree'],
  ['o[ne\ntw]o', 'list', '[- one\n- two]'],
  ['- o[ne\n- tw]o', 'list', '[one\ntwo]'],
  ['[]', 'quote', '[> ]'],
] as const)('%j made %s is %j', (before, mark, after) => {
  expect(marked(before, mark)).toBe(after)
})

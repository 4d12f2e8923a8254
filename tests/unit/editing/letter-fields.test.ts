import { expect, test } from 'vitest'
import {
  paragraphRows,
  typedLetter,
} from '../../../app/[locale]/organisers/letter/letter-fields.ts'

const PARAGRAPHS = 450

test('a very long letter comes back from its form with all its paragraphs', () => {
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, n) => `Paragraph ${n}`)
  const above = { title: '', description: '', addressee: '', launchedBy: '', date: '' }
  const letter = { fr: { ...above, paragraphs }, en: { ...above, paragraphs } }
  const form = new FormData()
  for (const [row, names] of paragraphRows(letter).entries()) {
    for (const name of names) form.set(name, paragraphs[row] ?? '')
  }
  const typed = typedLetter(form)
  expect(typed.fr?.paragraphs.slice(0, PARAGRAPHS)).toEqual(paragraphs)
  expect(typed.en?.paragraphs.slice(PARAGRAPHS).every(text => text === '')).toBe(true)
})

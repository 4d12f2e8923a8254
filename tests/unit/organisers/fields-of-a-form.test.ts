import { expect, test } from 'vitest'
import {
  box,
  fieldsOf,
  idField,
  text,
  texts,
} from '../../../app/[locale]/organisers/form-values.ts'

const ID = '019aa7c1-4f7e-7c55-9d6e-2a0f7f0c1d11'

const schema = idField.extend({ note: text, ticked: box, column: texts })

test('what an organiser typed, ticked and chose is read by its schema', () => {
  const form = formOf(
    ['id', ID],
    ['note', 'Hello'],
    ['ticked', 'on'],
    ['column', 'a'],
    ['column', 'b'],
  )
  expect(schema.parse(fieldsOf(form))).toEqual({
    id: ID,
    note: 'Hello',
    ticked: true,
    column: ['a', 'b'],
  })
})

test('what a browser leaves out is empty, and a single choice is a list of one', () => {
  expect(schema.parse(fieldsOf(formOf(['id', ID], ['column', 'a'])))).toEqual({
    id: ID,
    note: '',
    ticked: false,
    column: ['a'],
  })
  expect(schema.parse(fieldsOf(formOf(['id', ID]))).column).toEqual([])
})

test('the fields that React adds to a form are none of hers', () => {
  const form = formOf(['$ACTION_REF_1', ''], ['$ACTION_1:0', '{}'], ['note', 'x'])
  expect(fieldsOf(form)).toEqual({ note: 'x' })
})

test.each([
  ['no id', []],
  ['an id that is none', [['id', '1 OR 1=1']]],
  [
    'two ids',
    [
      ['id', ID],
      ['id', ID],
    ],
  ],
  ['a file for an id', [['id', new File(['x'], ID)]]],
] as [string, [string, string | File][]][])('%s is what no form of ours sends', (_, fields) => {
  expect(idField.safeParse(fieldsOf(formOf(...fields))).success).toBe(false)
})

function formOf(...fields: [string, string | File][]) {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

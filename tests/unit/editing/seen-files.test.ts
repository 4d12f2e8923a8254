import { expect, test } from 'vitest'
import { seenFiles } from '../../../app/[locale]/organisers/form-values.ts'

test('what a form was shown is read, and anything else counts as nothing seen', () => {
  expect(seenFiles.parse('{"fr":"a1"}')).toEqual({ fr: 'a1' })
  for (const sent of ['{', '', 'null', '[]x', '{"fr":1}', undefined, ['{}', '{}']]) {
    expect(seenFiles.parse(sent)).toEqual({})
  }
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportedSignature } from '#lib/exports/formats/exported-signature.ts'
import { json } from '#lib/exports/formats/json.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { inBatches, textOf } from './batches.ts'

test('any text, formulas and markup too, is the same in the array that is read back', async () => {
  const someTexts = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(someTexts, fc.integer({ min: 1, max: 3 }), async (names, size) => {
      const signatures = names.map(name => exportedSignature(aSignature({ name })))
      const read = JSON.parse(await textOf(json(inBatches(signatures, size))))
      expect(read).toEqual(JSON.parse(JSON.stringify(signatures)))
    }),
  )
})

test('each line is what JSON.stringify writes, whatever the text', async () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'a"\\/\n\u0001\u007f\u2028é李', '\ud83d', '\ude00') }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 5 }), async names => {
      const signatures = names.map(name => exportedSignature(aSignature({ name })))
      let written = ''
      for await (const part of json(inBatches(signatures, 2))) written += part
      expect(written).toBe(`[\n${signatures.map(one => JSON.stringify(one)).join(',\n')}\n]\n`)
    }),
    { numRuns: 300 },
  )
})

test('hostile texts are plain texts', async () => {
  const names = [
    '=HYPERLINK("http://x","y")',
    '<img src=x onerror=alert(1)>',
    '</script>',
    '{{7*7}}',
  ]
  const signatures = names.map(name => exportedSignature(aSignature({ name })))
  const read: { name: string }[] = JSON.parse(await textOf(json(inBatches(signatures, 2))))
  expect(read.map(({ name }) => name)).toEqual(names)
})

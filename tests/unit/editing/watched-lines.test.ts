import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf, watchedOf } from '#lib/editing/parts/watched-lines.ts'

test('a name, its other names and its domains stand on one line', () => {
  const held = ['Ada', { name: 'WFP', also: ['PAM'], domains: ['wfp.org', 'wfp.int'] }]
  expect(linesOf(held)).toEqual(['Ada', 'WFP; PAM; wfp.org, wfp.int'])
  expect(watchedOf('Ada\n\n WFP ;  ; WFP.org \n', [])).toEqual([
    'Ada',
    { name: 'WFP', domains: ['wfp.org'] },
  ])
})

test('a list that is saved as it is shown stays as it is in the file', () => {
  const text = fc.string({ minLength: 1 }).map(typed => `x${typed.replace(/\s/g, ' ')}x`)
  const entry = fc.oneof(
    text,
    fc.record({ name: text, also: fc.array(text), domains: fc.array(text) }),
  )
  const list = fc.uniqueArray(entry, { selector: each => linesOf([each])[0] })
  fc.assert(
    fc.property(list, held => {
      expect(watchedOf(linesOf(held).join('\n'), held)).toEqual(held)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tagOf } from '#lib/sharing/link-tag.ts'
import { readReferrer } from '#lib/signatures/referrer.ts'

test.each([
  ['Affiche Rouen', 'affiche-rouen'],
  ['  Infolettre de juin — édition 2 ', 'infolettre-de-juin-edition-2'],
  ['Cœur & santé', 'coeur-sante'],
  [`${'a'.repeat(39)} b`, 'a'.repeat(39)],
  ['ロシア', null],
  ['"><script>', 'script'],
  ['', null],
])('%s is tagged %s', (name, tag) => {
  expect(tagOf(name)).toBe(tag)
})

test('whatever somebody types, the tag is one that the form takes, or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), name => {
      const tag = tagOf(name)
      if (tag !== null) expect(readReferrer({ cameFrom: tag }).cameFrom).toBe(tag)
    }),
  )
})

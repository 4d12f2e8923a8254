import { expect, test } from 'vitest'
import { languages } from '#lib/letter/languages.ts'
import { DEED_KINDS } from '#lib/organisers/trail/deeds.ts'
import { readWords } from '#lib/words.ts'

test.each(languages())('%s says every deed of the trail in words', language => {
  const said = Object.keys(readWords(language).organisers.trail.deeds)
  expect(said.toSorted()).toEqual([...DEED_KINDS].toSorted())
})

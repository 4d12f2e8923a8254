import { expect, test } from 'vitest'
import { DEED_KINDS } from '#lib/audit/deeds.ts'
import { languages } from '#lib/content/languages.ts'
import { readWords } from '#lib/text/words.ts'

test.each(languages())('%s says every deed of the trail in words', language => {
  const said = Object.keys(readWords(language).organisers.trail.deeds)
  expect(said.toSorted()).toEqual([...DEED_KINDS].toSorted())
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readInterfaceWords } from '#lib/editing/interface-words.ts'

test('a translator begins with the words as they are; a language without any has none to give', () => {
  expect(readInterfaceWords('en')).toBe(readFileSync('locales/en.json', 'utf8'))
  expect(readInterfaceWords('de')).toBeNull()
  expect(readInterfaceWords('../content/campaign')).toBeNull()
})

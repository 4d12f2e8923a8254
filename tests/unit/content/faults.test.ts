import { describe, expect, test } from 'vitest'
import { sentenceOf } from '#lib/content/content-error.ts'
import { FAULTS, type FaultCode, fault, faultIn } from '#lib/content/faults.ts'
import { languages } from '#lib/content/languages.ts'
import { readMessages } from '#lib/text/messages.ts'
import { placeholdersOf } from '../locales/words.ts'

describe.each(languages())('%s', language => {
  test('organisers are told of every mistake in their own words', () => {
    const { faults } = readMessages(language).organisers.contentMistakes
    expect(Object.keys(faults)).toEqual(Object.keys(FAULTS))
  })

  test('their words name nothing that a mistake does not bring along', () => {
    const { faults } = readMessages(language).organisers.contentMistakes
    const unknown = Object.entries(faults).flatMap(([code, sentence]) =>
      namesIn(sentence).filter(name => !broughtBy(code as FaultCode).includes(name)),
    )
    expect(unknown).toEqual([])
  })
})

test('a fault travels as the message of a schema; another message is told as it is', () => {
  const contrast = { found: 3.2, needed: 4.5, nearest: '#bd2413' }
  expect(faultIn(fault('contrast', contrast))).toEqual({ code: 'contrast', values: contrast })
  expect(faultIn(fault('empty'))).toEqual({ code: 'empty' })
  expect(faultIn('Invalid input')).toEqual({ code: 'other', values: { reason: 'Invalid input' } })
  expect(faultIn('{"code":"toString"}').code).toBe('other')
})

test('a command says file, line, place and reason in English', () => {
  const file = 'content/campaign.yaml'
  expect(sentenceOf({ file, place: ['categories', 5], code: 'not-a-code' })).toBe(
    `${file}: categories, entry 6 must be small letters and hyphens, such as health-care.`,
  )
  expect(sentenceOf({ file, line: 2, code: 'colon' })).toBe(
    `${file}, line 2: text that holds a colon goes between quotes.`,
  )
  expect(sentenceOf({ file, place: [], code: 'not-a-table' })).toBe(
    `${file}: the whole file must be a table of names.`,
  )
  expect(sentenceOf({ file, code: 'file-missing' })).toBe(`${file} is missing.`)
})

/** What the console's words need besides: values without an English "and" or "or". */
const BESIDES: Partial<Record<FaultCode, string[]>> = {
  'must-hold': ['names'],
  'not-a-choice': ['names'],
  'block-missing': ['block'],
}

function broughtBy(code: FaultCode) {
  return [...namesIn(FAULTS[code]), ...(BESIDES[code] ?? [])]
}

function namesIn(sentence: string) {
  return placeholdersOf(sentence).map(place => place.split(', ')[0] ?? '')
}

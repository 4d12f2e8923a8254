import { createTranslator } from 'use-intl/core'
import { describe, expect, test } from 'vitest'
import { languages } from '#lib/content/languages.ts'
import { type Messages, readMessages } from '#lib/text/messages.ts'
import { typographyMistakes } from '../content/french-typography.ts'
import { placeholdersOf, readSources, sentencesOf } from './words.ts'

const PLURAL = /\.(zero|one|two|few|many|other)$/
const FIELD_ERRORS = /^form\.(errors\.\w+|formErrors)\.[\w-]+$/

/** Lists that are shown whole, whatever is in them. */
const LISTS =
  /^(checkMail\.hints|organisers\.campaign\.moves|organisers\.signatures\.(events|mails))\.[\w.]+$/

const french = sentencesOf(readMessages('fr'))
const others = languages().filter(language => language !== 'fr')

describe.each(others)('%s beside French', language => {
  const translated = sentencesOf(readMessages(language))

  test('has the same keys, in the same order', () => {
    expect([...translated.keys()]).toEqual([...french.keys()])
  })

  test('leaves the same places open in every sentence', () => {
    for (const [key, sentence] of french) {
      expect({ key, open: placeholdersOf(translated.get(key) ?? '') }).toEqual({
        key,
        open: placeholdersOf(sentence),
      })
    }
  })

  test('is translated: no longer sentence is left as it was', () => {
    const same = [...french].filter(
      ([key, sentence]) => sentence.length > 25 && translated.get(key) === sentence,
    )
    expect(same).toEqual([])
  })
})

describe.each(languages())('%s', language => {
  const words = readMessages(language)

  test('says nothing of this letter: another one needs no other words of the interface', () => {
    const ofTheLetter = /cyber|health|santé|\bsoins|hospital|hôpita|CyberPeace|french/i
    const sentences = [...sentencesOf(words)].filter(([, sentence]) => ofTheLetter.test(sentence))
    expect(sentences).toEqual([])
  })

  test('every sentence can be said', () => {
    const t = createTranslator({
      locale: language,
      messages: words as Messages & Record<string, never>,
      timeZone: 'UTC',
      onError: error => {
        throw error
      },
    })
    for (const [key, sentence] of sentencesOf(words)) {
      const said = t(key as never, valuesFor(sentence) as never) as string
      // Between the parts of a list, a space may belong to it or not.
      if (key !== 'site.comma') expect(said.trim()).toBe(said)
      expect(said).not.toBe('')
      expect(said).not.toMatch(/[{}]/)
    }
  })

  test('every count has the words of its language', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    for (const count of Object.values(words.tally).filter(each => typeof each === 'object')) {
      expect(Object.keys(count)).toEqual(expect.arrayContaining(categories))
    }
  })

  test('every refusal of every field has its words', () => {
    for (const [field, codes] of Object.entries(CODES)) {
      const ofField = words.form.errors[field as keyof typeof words.form.errors] ?? {}
      for (const code of codes)
        expect({ ...words.form.errors.any, ...ofField }).toHaveProperty([code])
    }
  })
})

test('French is set as French is set', () => {
  expect([...french.values()].flatMap(typographyMistakes)).toEqual([])
})

describe('words and code', () => {
  const sources = readSources()
  const all = sources.map(({ code }) => code).join('\n')

  test('no word is there that nothing says', () => {
    const silent = [...french.keys()]
      .filter(key => !FIELD_ERRORS.test(key))
      .map(key => key.replace(PLURAL, '').replace(LISTS, '$1'))
      .filter(key => !key.split('.').every(segment => isSpoken(segment, all)))
    expect(silent).toEqual([])
  })

  test('every word that code asks for by name is there', () => {
    const asked = sources.flatMap(({ file, code }) => {
      const namespace = /namespace: '([\w.]+)'/.exec(code)?.[1]
      return [...code.matchAll(/(?<![\w.])t\(\s*'([\w.]+)'/g)].map(
        ([, key]) => `${file}: ${namespace ? `${namespace}.` : ''}${key}`,
      )
    })
    expect(asked.length).toBeGreaterThan(10)
    expect(asked.filter(place => !french.has(place.split(': ')[1] ?? ''))).toEqual([])
  })
})

function isSpoken(segment: string, code: string) {
  return new RegExp(`(\\.|'|\\{ |, |\\[)${segment}\\b`).test(code)
}

const NUMBER = 14
const DATE = new Date(Date.UTC(2026, 4, 26))

function valuesFor(sentence: string) {
  return Object.fromEntries(
    placeholdersOf(sentence).map(place => {
      const [name = '', type] = place.split(', ')
      return [name, type === 'date' ? DATE : type ? NUMBER : 'x']
    }),
  )
}

/** What lib/signatures can answer for each field. */
const CODES = {
  name: ['required', 'invalid', 'too-long', 'url', 'formula', 'characters'],
  email: ['required', 'invalid', 'characters', 'international'],
  kind: ['choice'],
  organisation: ['required', 'invalid', 'too-long', 'url', 'characters'],
  role: ['required', 'invalid', 'too-long', 'url', 'characters'],
  category: ['choice'],
  country: ['choice'],
  statement: ['invalid', 'too-long', 'url', 'characters'],
  capacity: ['choice'],
  public: ['invalid'],
  consent: ['required', 'invalid'],
  updates: ['invalid'],
  locale: ['choice'],
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extendedClosing } from '#lib/campaign/extend-closing.ts'
import { LONGEST_NOTE, readNotes } from '#lib/campaign/notes.ts'

const DAY_MS = 86_400_000
const NOW = new Date('2026-11-20T12:00:00Z')
const at = (days: number) => new Date(NOW.getTime() + days * DAY_MS)

describe('a sentence for readers', () => {
  test('is tidied, and left out where it is not written', () => {
    expect(readNotes({ fr: ' Nous revenons  lundi. ', en: ' ' })).toEqual({
      notes: { fr: 'Nous revenons lundi.' },
    })
  })

  test('is asked for in each language where it must be', () => {
    expect(readNotes({ fr: 'Lundi.' }, true)).toEqual({ faults: { en: 'required' } })
  })

  test('whatever is typed, what is kept is short and of the languages of the site', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string({ unit: 'binary' })), typed => {
        const { notes = {} } = readNotes({ fr: 'Lundi.', ...typed })
        for (const [language, note] of Object.entries(notes)) {
          expect(['fr', 'en']).toContain(language)
          expect(note.trim()).not.toBe('')
          expect([...new Intl.Segmenter().segment(note)].length).toBeLessThanOrEqual(LONGEST_NOTE)
        }
      }),
    )
  })
})

describe('the days of a pause', () => {
  test.each([
    ['without a pause', null, at(9)],
    ['without a closing date', at(-2), null],
    ['once it has closed', at(-2), at(-1)],
  ])('%s there is nothing to add', (_when, pausedAt, closesAt) => {
    expect(extendedClosing({ pausedAt, closesAt }, NOW)).toBeNull()
  })

  test('are added to the closing date, each begun one whole', () => {
    const run = { pausedAt: at(-2.5), closesAt: at(9) }
    expect(extendedClosing(run, NOW)).toEqual({ days: 3, closesAt: at(12) })
  })

  test('never take a day away, and never give more than one too many', () => {
    const hours = fc.integer({ min: 0, max: 5_000 })
    fc.assert(
      fc.property(hours, hours, (paused, left) => {
        const run = { pausedAt: at(-paused / 24), closesAt: at((left + 1) / 24) }
        const added = (extendedClosing(run, NOW)?.days ?? 0) * 24
        expect(added).toBeGreaterThanOrEqual(Math.max(paused, 24))
        expect(added).toBeLessThanOrEqual(paused + 24)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { look } from '#lib/content/campaign.ts'
import { contrast, TEXT_CONTRAST } from '#lib/content/contrast.ts'
import { coloursOf, lookFields, readableIn } from '#lib/content/look.ts'
import { edit, mistakes, projectCopy } from './project-copy.ts'

const CAMPAIGN = 'content/campaign.yaml'

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrast('#bd2413', '#bd2413')).toBe(1)
})

describe('the colour of a letter', () => {
  test('is refused where its words could not be read, with one that can', () => {
    const root = projectCopy()
    edit(root, CAMPAIGN, '#bd2413', '#f2b705')
    const [sentence = '', ...others] = mistakes(root)
    expect(others).toEqual([])
    expect(sentence).toMatch(/^content\/campaign.yaml: look, accent has a contrast of 1\.\d to 1/)
    const nearest = /: (#\w{6}) has it\.$/.exec(sentence)?.[1] ?? ''
    edit(root, CAMPAIGN, '#f2b705', nearest)
    expect(mistakes(root)).toEqual([])
  })

  test('is refused on dark ground too', () => {
    const root = projectCopy()
    edit(root, CAMPAIGN, '#ff7259', '#1b3a8a')
    expect(mistakes(root).join()).toContain('look, accentAtNight has a contrast of')
  })

  test('is six hexadecimal digits', () => {
    const root = projectCopy()
    edit(root, CAMPAIGN, '"#bd2413"', 'rgb(1 2 3)')
    expect(mistakes(root)).toEqual([`${CAMPAIGN}: look, accent must be a colour such as #bd2413.`])
  })

  test('is that of the pulse where nothing is said', () => {
    const root = projectCopy()
    const shipped = look(root)
    edit(root, CAMPAIGN, /look:\n( .*\n)+/, '')
    expect(look(root)).toEqual(shipped)
  })
})

test('any colour has a neighbour by day and by night that can be read, and whose words can', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff })
  fc.assert(
    fc.property(colour, number => {
      const typed = `#${number.toString(16).padStart(6, '0')}`
      const [accent, accentAtNight] = [readableIn(typed, 'day'), readableIn(typed, 'night')]
      expect(lookFields.parse({ accent, accentAtNight })).toMatchObject({ accent, accentAtNight })
      const { day, night } = coloursOf({ accent, accentAtNight: null })
      for (const { accent, strong, onAccent } of [day, night]) {
        expect(contrast(accent, onAccent)).toBeGreaterThanOrEqual(TEXT_CONTRAST)
        expect(contrast(strong, onAccent)).toBeGreaterThanOrEqual(TEXT_CONTRAST)
      }
    }),
  )
})

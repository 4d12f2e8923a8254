import { describe, expect, test } from 'vitest'
import { outline } from '#lib/letter/outline.ts'
import { readPage } from '#lib/letter/page.ts'
import { LOG_MONTHS } from '#lib/retention/periods.ts'
import { retentionRules } from '#lib/retention/rules.ts'
import { edit, projectCopy } from './project-copy.ts'

const PERIODS = {
  pendingDays: 21,
  networkDays: 44,
  addressMonthsAfterDelivery: 9,
}

describe.each([
  ['fr', 'jours', 'mois'],
  ['en', 'days', 'months'],
])('the privacy page in %s', (language, days, months) => {
  const proseOf = (root?: string) =>
    outline(readPage('privacy', language, root).blocks)
      .map(({ text }) => text)
      .join('\n')

  test('says the periods of the settings, whatever they are', () => {
    const root = projectCopy()
    for (const [setting, period] of Object.entries(PERIODS)) {
      edit(root, 'content/campaign.yaml', new RegExp(`${setting}: \\d+`), `${setting}: ${period}`)
    }
    const prose = proseOf(root)
    expect(prose).toMatch(new RegExp(`\\b21\\s${days}\\b`))
    expect(prose).toMatch(new RegExp(`\\b44\\s${days}\\b`))
    expect(prose).toMatch(new RegExp(`\\b9\\s${months}\\b`))
    expect(prose).toMatch(new RegExp(`\\b${LOG_MONTHS}\\s${months}\\b`))
  })

  test('says the periods that the jobs keep to: there is no other number in it', () => {
    const ofJobs = retentionRules().flatMap(({ says }) => says.match(/\d+/g) ?? [])
    const ofPage = proseOf().match(/\d+/g) ?? []
    expect(new Set(ofPage)).toEqual(new Set(ofJobs))
  })
})

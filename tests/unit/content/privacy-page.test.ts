import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { outline } from '#lib/content/outline.ts'
import { readPage } from '#lib/content/page.ts'
import { retentionPeriods } from '#lib/content/periods.ts'
import { retentionRules } from '#lib/retention/rules.ts'
import { SIGNATORY_SESSION_LIFETIME_MINUTES } from '#lib/signatures/self-service/signatory-session.ts'
import { edit, projectCopy } from './project-copy.ts'

const PERIODS = {
  pendingDays: 21,
  networkDays: 44,
  addressMonthsAfterDelivery: 9,
}

describe.each([
  ['fr', 'jours', 'mois', 'trente minutes'],
  ['en', 'days', 'months', 'thirty minutes'],
])('the privacy page in %s', (language, days, months, visit) => {
  const source = readFileSync(`content/pages/privacy/${language}.md`, 'utf8')

  test('says the periods of the settings, whatever they are', () => {
    const root = projectCopy()
    for (const [setting, period] of Object.entries(PERIODS)) {
      edit(root, 'content/campaign.yaml', new RegExp(`${setting}: \\d+`), `${setting}: ${period}`)
    }
    const prose = outline(readPage('privacy', language, root).blocks)
      .map(({ text }) => text)
      .join('\n')
    expect(prose).toMatch(new RegExp(`\\b21\\s${days}\\b`))
    expect(prose).toMatch(new RegExp(`\\b44\\s${days}\\b`))
    expect(prose).toMatch(new RegExp(`\\b9\\s${months}\\b`))
  })

  test('says every period that the jobs keep to, and none by a number of its own', () => {
    const blanks = new Set(source.match(/\{\w+\}\s(?=jours|mois|days|months)/g)?.map(nameIn))
    expect(blanks).toEqual(new Set(Object.keys(retentionPeriods())))
    expect(source).not.toMatch(/\d\s(jours?|mois|heures?|minutes?|days?|months?|hours?)/)
    expect(SIGNATORY_SESSION_LIFETIME_MINUTES).toBe(30)
    expect(source).toContain(visit)
  })
})

test('what the jobs say of themselves are those periods', () => {
  const ofJobs = retentionRules().flatMap(({ says }) => says.match(/\d+/g) ?? [])
  const known = Object.values(retentionPeriods()).map(String)
  expect(ofJobs.filter(period => !known.includes(period))).toEqual([])
})

function nameIn(blank: string) {
  return blank.slice(1, blank.indexOf('}'))
}

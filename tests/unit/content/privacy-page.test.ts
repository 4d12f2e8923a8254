import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCampaign } from '#lib/content/campaign.ts'
import { missingLegal } from '#lib/content/legal.ts'
import { outline } from '#lib/content/outline.ts'
import { readPage } from '#lib/content/page.ts'
import { retentionPeriods } from '#lib/content/periods.ts'
import { retentionRules } from '#lib/retention/rules.ts'
import { SIGNATORY_SESSION_LIFETIME_MINUTES } from '#lib/signatures/self-service/signatory-session.ts'
import { edit, mistakes, projectCopy } from './project-copy.ts'

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

describe('who answers for the data', () => {
  const host = 'Hosting Cooperative, 1 Example Street, 1200 Geneva'
  const said = (root: string, page: string) =>
    outline(readPage(page, 'en', root).blocks)
      .map(({ text }) => text)
      .join('\n')

  test('what is not known yet is left out of the pages, and named', () => {
    const root = projectCopy()
    expect(said(root, 'privacy')).not.toMatch(/null|The server that holds/)
    expect(said(root, 'legal')).not.toMatch(/null|Host:|Address:/)
    expect(missingLegal(readCampaign('en', root).legal)).toEqual(['address', 'publisher', 'host'])
  })

  test('what is known stands in both, and is missing no more', () => {
    const root = projectCopy()
    edit(root, 'content/campaign/en.yaml', 'host: null', `host: "${host}"`)
    expect(said(root, 'privacy')).toContain(`The server that holds your data: ${host}.`)
    expect(said(root, 'legal')).toContain(`Host: ${host}.`)
    expect(missingLegal(readCampaign('en', root).legal)).toEqual(['address', 'publisher'])
  })

  test('what one language says and another does not is a mistake of the content', () => {
    const root = projectCopy()
    edit(root, 'content/campaign/en.yaml', 'host: null', `host: "${host}"`)
    expect(mistakes(root).join(' ')).toContain('content/pages/privacy/')
  })
})

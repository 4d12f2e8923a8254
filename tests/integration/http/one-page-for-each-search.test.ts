import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import type { Signature } from '#lib/database/types.ts'
import { readMessages } from '#lib/text/messages.ts'
import { place } from '#lib/text/places.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { alike } from '../../support/site/alike.ts'
import { type RunningSite, startRunningSite } from '../../support/site/running-site.ts'

const HOSTILE = `</li><img src=x onerror=alert(1)> "' $& &lt; ${place('row')} ${place('first')}`
const MORE_THAN_ONE_PAGE = 60

const LOGO = { logoHash: 'a'.repeat(64) }
const STATEMENT = { statement: 'Plus jamais.\nJamais.', statementStatus: 'approved' } as const
const ORGANISATION = {
  kind: 'organisation',
  capacity: 'official',
  organisation: 'Hôpital Saint-Louis',
  website: 'https://hospital.example/?a=1&b=2',
  isDomainVerified: true,
} as const

/** What a name may have on the list, and lack. */
const SHOWN: Partial<Signature>[] = [
  { name: 'Camille Roux', country: null },
  { name: 'Camille Roux', ...STATEMENT },
  { name: 'Camille Roux', ...STATEMENT, country: null },
  { name: 'Grace O’Hara', role: 'Nurse', organisation: 'St. Mary’s', category: 'health-care' },
  { name: 'Grace O’Hara', role: 'Nurse', organisation: 'Nurse', capacity: 'official' },
  { name: 'Amina Haddad', ...ORGANISATION },
  { name: 'Amina Haddad', ...ORGANISATION, ...LOGO },
  { name: 'Amina Haddad', ...ORGANISATION, ...STATEMENT, website: null, isDomainVerified: false },
  { name: 'Amina Haddad', ...ORGANISATION, ...LOGO, ...STATEMENT, role: 'Directrice' },
  { name: 'Amina Haddad', ...ORGANISATION, ...LOGO, website: null },
  { name: 'Amina Haddad', ...ORGANISATION, ...LOGO, ...STATEMENT, website: null },
  { name: 'Amina', kind: 'organisation', organisation: null, country: null },
  { name: 'محمد الفاسي', role: HOSTILE },
  { name: HOSTILE, ...ORGANISATION, ...STATEMENT, organisation: HOSTILE, statement: HOSTILE },
]

let site: RunningSite

beforeAll(async () => {
  await emptyDatabase()
  const others = Array.from({ length: MORE_THAN_ONE_PAGE }, () => aSignature({ name: 'Idris' }))
  const shown = SHOWN.map((given, place) =>
    // Of her organisation's domain: the site compares, now and then.
    aSignature({ email: `amina.${place}@hospital.example`, ...given }),
  )
  await insertSignatures(database, [...shown, ...others])
  site = await startRunningSite()
})
afterAll(() => site.stop())

/** A query in which a name stands twice is left to Next, which takes no notice of it. */
async function askTwice(path: string) {
  const made = await site.ask(`${path}&made=anew&made=anew`)
  return { filled: alike(await site.ask(path)), made: alike(made) }
}

const search = (typed: string) => `/signatories?q=${encodeURIComponent(typed)}`

test('hostile words are escaped by the server, which has filled them in, or by Next', async () => {
  const path = `/en${search(HOSTILE)}`
  expect((await site.ask(path)).body).toContain('&#39;')
  expect((await site.ask(`${path}&made=anew&made=anew`)).body).not.toContain('&#39;')
})

describe('a page of the list that is filled in is the one that Next makes', () => {
  test.each([
    ['a search', search('camille')],
    ['one that finds organisations', search('amina')],
    ['one that finds every look', search('a')],
    ['one that finds hostile words', search('onerror')],
    ['hostile words that were typed', search(HOSTILE)],
    ['one that finds nobody', search('zzzz')],
    ['one on several lines', search(' Grace \n O’Hara ')],
    ['one with more than a page', search('idris')],
    ['one with filters', `${search('a')}&kind=organisation&country=FR&category=`],
    ['filters alone', '/signatories?kind=individual&country=FR&category=health-care'],
    ['what nobody understands', `${search('camille')}&country=France&kind=x&after=no-cursor&y=1`],
  ])('%s', async (_what, path) => {
    for (const language of ['fr', 'en']) {
      const { filled, made } = await askTwice(`/${language}${path}`)
      expect(filled).toEqual(made)
      expect(filled.body).not.toContain('<img src=x')
    }
  })

  test('each page from the first to the last', async () => {
    let path = '/en/signatories?kind=individual'
    const names: string[] = []
    for (let pages = 0; pages < 2; pages += 1) {
      const { filled, made } = await askTwice(path)
      expect(filled).toEqual(made)
      names.push(...(filled.body.match(/class="[^"]*signatory"/g) ?? []))
      const [, next = ''] = /href="([^"]*)"[^>]*rel="next"|$/.exec(filled.body) ?? []
      path = next.replaceAll('&amp;', '&')
    }
    expect(path).toBe('')
    expect(names.length).toBeGreaterThan(MORE_THAN_ONE_PAGE)
  })
})

test('a name that is hidden is gone from a search at once', async () => {
  const path = `/en${search('grace')}`
  expect((await site.ask(path)).body).toContain('O’Hara')
  await database.signature.updateMany({
    where: { name: 'Grace O’Hara' },
    data: { isHidden: true },
  })
  const { body } = await site.ask(path)
  expect(body).not.toContain('O’Hara')
  expect(body).toContain(readMessages('en').signatories.empty)
})

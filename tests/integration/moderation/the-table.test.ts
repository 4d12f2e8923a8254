import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { timeZone } from '#lib/content/campaign.ts'
import { database } from '#lib/database/client.ts'
import type { Signature } from '#lib/database/types.ts'
import { countSignatures } from '#lib/moderation/count-signatures.ts'
import { listSignatures, ROWS_PER_PAGE, readPage } from '#lib/moderation/list-signatures.ts'
import {
  type Filters,
  filtersOf,
  isEveryone,
  queryOf,
  readTableQuery,
} from '#lib/signatures/filters/filters.ts'
import { localTime } from '#lib/time/zoned-time.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { aCrowd } from '../../support/people/factories/crowd.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { lea } from '../../support/people/organiser-acts.ts'
import { readAuditEvents } from '../../support/people/organisers.ts'

const RUNS = 60

const crowd: Signature[] = [
  ...aCrowd(220),
  ...aCrowd(60, { seed: 7, status: 'held', holdReasons: ['imitation'], category: 'nurse' }),
  ...aCrowd(20, { seed: 8, status: 'pending', confirmedAt: null, networkHash: 'one-network' }),
  aSignature({ name: '50 %_\\', email: 'percent_sign@other.example', isHidden: true }),
  // In the evening of one day by UTC, and early on the next where the campaign is.
  ...['2026-05-25T22:30:00Z', '2026-05-26T22:30:00Z'].map(evening =>
    aSignature({ submittedAt: new Date(evening) }),
  ),
  aSignature({ featuredOrder: 1, statement: 'Oui.', statementStatus: 'waiting' }),
]

beforeAll(async () => {
  await emptyDatabase()
  await insertSignatures(database, crowd)
})

const filters: fc.Arbitrary<Filters> = fc.record(
  {
    q: fc.constantFrom(
      'Camille',
      'émile',
      'c',
      '50 %_\\',
      '5_',
      '%',
      '_',
      '\\',
      "O'Hara",
      'hôpital',
      '李',
      '@example.org',
      'signatory.7.1@',
      '\u0000',
    ),
    status: fc.constantFrom('held', 'confirmed', 'pending'),
    reason: fc.constantFrom('imitation', 'reported'),
    mark: fc.constantFrom('hidden', 'featured', 'verified'),
    statement: fc.constantFrom('waiting', 'approved'),
    kind: fc.constantFrom('individual', 'organisation'),
    country: fc.constantFrom('FR', 'GB', 'XX'),
    category: fc.constantFrom('nurse', 'doctor'),
    language: fc.constantFrom('fr', 'en'),
    submittedFrom: fc.constantFrom('2026-05-26', '2030-01-01'),
    submittedTo: fc.constantFrom('2026-05-26', '2026-05-27'),
    domain: fc.constantFrom('example.org', 'other.example'),
    network: fc.constantFrom('one-network', 'no-network'),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Filters>

test('the table finds what looking at every row would find', async () => {
  await fc.assert(
    fc.asyncProperty(filters, async asked => {
      const expected = crowd.filter(row => passes(row, asked)).map(({ id }) => id)
      expect(new Set(await allPages(asked))).toEqual(new Set(expected))
      expect(await countSignatures(asked)).toEqual({ count: expected.length, isExact: true })
    }),
    {
      numRuns: RUNS,
      examples: [
        [{}],
        [{ q: '%' }],
        [{ q: '50 %_\\' }],
        [{ q: '\u0000' }],
        [{ submittedFrom: '2026-05-26', submittedTo: '2026-05-26' }],
      ],
    },
  )
})

/** The filters in other words, one row at a time. */
function passes(row: Signature, asked: Filters) {
  const day = localTime(row.submittedAt, timeZone()).slice(0, 10)
  return (
    (!asked.q || isFound(row, asked.q)) &&
    (!asked.status || row.status === asked.status) &&
    (!asked.reason || (row.status === 'held' && row.holdReasons.includes(asked.reason))) &&
    (asked.mark !== 'hidden' || row.isHidden) &&
    (asked.mark !== 'featured' || row.featuredOrder !== null) &&
    (asked.mark !== 'verified' || row.isDomainVerified) &&
    (!asked.statement || row.statementStatus === asked.statement) &&
    (!asked.kind || row.kind === asked.kind) &&
    (!asked.country || row.country === asked.country) &&
    (!asked.category || row.category === asked.category) &&
    (!asked.language || row.locale === asked.language) &&
    (!asked.submittedFrom || day >= asked.submittedFrom) &&
    (!asked.submittedTo || day <= asked.submittedTo) &&
    (!asked.domain || row.email.endsWith(`@${asked.domain}`)) &&
    (!asked.network || row.networkHash === asked.network)
  )
}

function isFound(row: Signature, q: string) {
  if (q.startsWith('@')) return row.email.endsWith(q)
  if (q.includes('@')) return row.email.startsWith(q)
  const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const [names, typed] = [plain(`${row.name} ${row.organisation ?? ''}`), plain(q)]
  if (!/[\p{L}\p{N}]/u.test(typed)) return false
  if (/[\p{L}\p{N}]{3}/u.test(typed)) return names.includes(typed)
  return [' ', '-', "'", '’'].some(before => ` ${names}`.includes(before + typed))
}

async function allPages(asked: Filters) {
  const ids: string[] = []
  let after: string | undefined
  do {
    const page = await readPage({ ...asked, after })
    ids.push(...page.signatures.map(({ id }) => id))
    after = page.next ?? undefined
  } while (after)
  expect(new Set(ids).size, 'no row comes twice').toBe(ids.length)
  return ids
}

describe('pages', () => {
  test('forwards and back again one meets the same pages', async () => {
    const first = await readPage({})
    expect(first).toMatchObject({ previous: null })
    expect(first.signatures).toHaveLength(ROWS_PER_PAGE)
    const second = await readPage({ after: first.next ?? '' })
    const third = await readPage({ after: second.next ?? '' })
    const back = await readPage({ before: third.previous ?? '' })
    expect(back).toEqual(second)
    expect(await readPage({ before: back.previous ?? '' })).toEqual(first)
  })

  test.each(['', 'x', 'W10', '[]', '\u0000', 'a'.repeat(500)])('%j is no place', async place => {
    const first = (await readPage({})).signatures.map(({ id }) => id)
    for (const query of [readTableQuery({ after: place }), readTableQuery({ before: place })]) {
      expect((await readPage(query)).signatures.map(({ id }) => id)).toEqual(first)
    }
  })
})

describe('the address of the page', () => {
  test('keeps a search, and nothing that cannot be understood', () => {
    const asked = { q: ' Camille ', status: 'held', country: 'france', kind: ['x'], other: '1' }
    const read = readTableQuery(asked)
    expect(filtersOf(read)).toEqual({ q: 'Camille', status: 'held' })
    expect(queryOf(read)).toBe('?q=Camille&status=held')
    expect(isEveryone(filtersOf(readTableQuery({ status: '', q: '   ' })))).toBe(true)
  })

  test('whatever it holds, the table answers', async () => {
    const day = fc.constantFrom('0000-01-01', '0001-01-01', '9999-12-31', '2026-02-30')
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('@\0', 'a\0@', '\0'))
    const asked = fc.record({ q: text, submittedFrom: day, confirmedTo: day, domain: text })
    await fc.assert(
      fc.asyncProperty(asked, async query => {
        await readPage(readTableQuery(query))
      }),
      { numRuns: 30, examples: [[{ q: '@\0', submittedFrom: '', confirmedTo: '', domain: '' }]] },
    )
  })

  test('what was searched for stands in the audit log as a keyed hash, with how many were seen', async () => {
    await listSignatures(lea, { q: 'Camille', country: 'FR' })
    const [event] = await readAuditEvents('signatures-seen')
    expect(event).toMatchObject({ organiserId: lea.id, details: { filters: { country: 'FR' } } })
    expect(event?.rows).toBeGreaterThan(0)
    expect(JSON.stringify(event?.details)).not.toMatch(/camille/i)
  })
})

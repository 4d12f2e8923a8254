import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { addressOf } from './people.ts'
import type { SurgeResult } from './plan.ts'

/** The tally may be 30 seconds old (the contract of `GET /api/tally`), and a little for the way. */
const TALLY_WITHIN_MS = 35_000
const ASK_AGAIN_MS = 500

interface Place {
  url: string
  databaseUrl: string
  run: string
  /** Whether processes were killed: who got no answer may have signed all the same. */
  mayBreak?: boolean
}

/**
 * What is not as it must be after a run, as sentences; none where all is well: every accepted form has its
 * row and its mail, none twice, and the tally is what counting says.
 */
export async function untruthsOf(result: SurgeResult, place: Place) {
  const client = new pg.Client(place.databaseUrl)
  await client.connect()
  try {
    const facts = [
      ...(await factsOfRows(client, result, place)),
      ...factsOfAnswers(result),
      ...(await factsOfTally(client, place.url)),
    ]
    return facts.flatMap(([what, found, expected]) =>
      found === expected ? [] : [`${what}: ${found}, not ${expected}`],
    )
  } finally {
    await client.end()
  }
}

type Fact = [what: string, found: unknown, expected: unknown]

async function factsOfRows(
  client: pg.Client,
  { accepted, confirmed, mails }: SurgeResult,
  { run, mayBreak = false }: Place,
): Promise<Fact[]> {
  const { rows } = await client.query<Record<'withRow' | 'confirmed' | 'mails', number>>(ROWS, [
    accepted.map(place => addressOf(run, place)),
  ])
  const found = rows[0]
  const all = accepted.length
  const exact: Fact[] = [
    ['rows of this run', (await client.query(ALL_ROWS, [`reader-${run}-%`])).rows[0]?.rows, all],
    ['addresses with mail', mails.received, all],
    ['confirmed rows', found?.confirmed, confirmed],
  ]
  return [
    ['accepted forms with a row', found?.withRow, all],
    ['sent confirmation mails of accepted forms', found?.mails, all],
    ['addresses with more than one mail', mails.twice, 0],
    ...(mayBreak ? [] : exact),
  ]
}

function factsOfAnswers({ odd }: SurgeResult): Fact[] {
  return Object.entries(odd).map(([what, times]) => [`answers "${what}"`, times, 0])
}

async function factsOfTally(client: pg.Client, url: string): Promise<Fact[]> {
  const { rows } = await client.query<Record<string, number>>(RECOUNT)
  const [counted = {}] = rows
  const tally = await tallyAfter(url, Date.now())
  return Object.keys(counted).map(name => [`tally, ${name}`, tally[name], counted[name]])
}

/** The tally as it is said next for a moment after this one; whatever is said last where that takes too long. */
async function tallyAfter(url: string, moment: number) {
  const giveUpAt = Date.now() + TALLY_WITHIN_MS
  for (;;) {
    const answer = await fetch(`${url}/api/tally`)
    const tally: Record<string, number> & { asOf?: string } = await answer.json()
    if (Date.parse(`${tally.asOf}`) >= moment || Date.now() > giveUpAt) return tally
    await wait(ASK_AGAIN_MS)
  }
}

const ALL_ROWS = 'SELECT count(*)::int AS rows FROM signature WHERE email LIKE $1'

const ROWS = `
SELECT count(s.id)::int AS "withRow",
  count(*) FILTER (WHERE s.status IN ('confirmed', 'held'))::int AS confirmed,
  count(*) FILTER (WHERE EXISTS (
    SELECT FROM mail WHERE mail.signature_id = s.id AND kind = 'confirm' AND mail.status = 'sent'
  ))::int AS mails
FROM unnest($1::text[]) AS told(email)
LEFT JOIN signature s ON s.email_key = told.email`

const RECOUNT = `
SELECT count(*)::int AS signatures,
  count(*) FILTER (WHERE kind = 'individual')::int AS individuals,
  count(*) FILTER (WHERE kind = 'organisation')::int AS organisations,
  count(DISTINCT country)::int AS countries
FROM signature WHERE status = 'confirmed'`

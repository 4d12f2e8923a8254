import pg from 'pg'
import { writeCursor } from '#lib/signatures/list-cursor.ts'
import { type Load, saturate } from './load.ts'
import { inRounds, medians } from './rounds.ts'
import { type Row, tenths, whole } from './table.ts'

// 5,000 pages of 30 fit into 200,000 signatures of whom some do not wish to be shown.
const NAMES_ON_A_PAGE = 30
const FAR_PAGE = 5_000
const LOAD = { connections: 4, seconds: 3 }
const ROUNDS = 3

/** The public list's first page beside its 5,000th, as JSON and as a page to read. */
export async function measureList(site: string, databaseUrl: string): Promise<Row[]> {
  const after = await cursorBefore(databaseUrl, (FAR_PAGE - 1) * NAMES_ON_A_PAGE)
  const json = `${site}/api/signatories?limit=${NAMES_ON_A_PAGE}`
  const html = `${site}/fr/signatories`
  const results = await inRounds(ROUNDS, {
    first: () => load(json),
    far: () => load(`${json}&after=${after}`),
    firstPage: () => load(html),
    farPage: () => load(`${html}?after=${after}`),
  })
  return [
    ['`GET /api/signatories`, first page of 30', formatted(medians(results.first))],
    ['the same, page 5,000', formatted(medians(results.far))],
    ['`GET /fr/signatories`, first page', formatted(medians(results.firstPage))],
    ['the same, at the place of page 5,000', formatted(medians(results.farPage))],
  ]
}

let reader = 0

function load(url: string) {
  const shot = () => {
    reader += 1
    const address = `10.200.${(reader >> 8) & 255}.${reader & 255}`
    return { url, headers: { 'x-forwarded-for': address }, expected: 200 }
  }
  return saturate(shot, LOAD)
}

/** The cursor after which the list goes on with the name after this place. */
export async function cursorBefore(databaseUrl: string, place: number) {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  const { rows } = await client.query<{ at: Date; id: string }>(
    `SELECT confirmed_at AS at, id FROM signature WHERE status = 'confirmed' AND is_public
     ORDER BY confirmed_at DESC, id DESC OFFSET $1 LIMIT 1`,
    [place - 1],
  )
  await client.end()
  if (!rows[0]) throw new Error(`The list has no name at place ${place}.`)
  return writeCursor(rows[0])
}

function formatted({ perSecond, p50, p95 }: Load) {
  return `p50 ${tenths(p50)} ms, p95 ${tenths(p95)} ms, ${whole(perSecond)} requests/s`
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import pg from 'pg'

/** What the bare server sends: recorded answers of the site by path and encoding, bodies in base64. */
export interface Recorded {
  databaseUrl: string
  pages: Record<string, { headers: Record<string, string>; body: string }>
  confirmPath: string
  confirmedPath: string
}

const CONNECTIONS = 10

// A small Node server that sends the same bytes and does single inserts, look-ups and updates, with
// nothing else: what the surge costs without a product.
process.once('message', async (recorded: Recorded) => {
  const pool = new pg.Pool({ connectionString: recorded.databaseUrl, max: CONNECTIONS })
  await pool.query('DROP SCHEMA IF EXISTS bare CASCADE')
  await pool.query('CREATE SCHEMA bare')
  await pool.query(`CREATE TABLE bare.signature (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text NOT NULL UNIQUE, name text NOT NULL,
    country text, locale text, status text NOT NULL DEFAULT 'pending',
    submitted_at timestamptz NOT NULL DEFAULT now(), confirmed_at timestamptz)`)
  const answer = answersFrom(pool, recorded)
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end())
  })
  server.listen(0, () => process.send?.(server.address()))
})
process.once('disconnect', () => process.exit())

function answersFrom(pool: pg.Pool, { pages, confirmPath, confirmedPath }: Recorded) {
  const bodies = new Map(
    Object.entries(pages).map(([key, { headers, body }]) => {
      return [key, { headers, bytes: Buffer.from(body, 'base64') }]
    }),
  )
  const show = (path: string, { headers }: IncomingMessage, response: ServerResponse) => {
    const page = bodies.get(`${path} ${headers['accept-encoding'] ?? ''}`)
    response.writeHead(page ? 200 : 404, page?.headers).end(page?.bytes)
  }
  const sign = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request)
    const isJson = request.headers['content-type'] === 'application/json'
    const form = isJson ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body))
    const { rows } = await pool.query({
      name: 'insert',
      text: 'INSERT INTO bare.signature (email, name, country) VALUES ($1, $2, $3) RETURNING id',
      values: [form.email, form.name, form.country],
    })
    const headers = { 'x-link': `${confirmPath}?token=${rows[0].id}` }
    if (isJson) response.writeHead(202, headers).end('{"status":"pending"}')
    else response.writeHead(303, { ...headers, location: '/' }).end()
  }
  const confirm = async (request: IncomingMessage, response: ServerResponse) => {
    const token = new URLSearchParams(await text(request)).get('token')
    await pool.query({
      name: 'update',
      text: `UPDATE bare.signature SET status = 'confirmed', confirmed_at = now() WHERE id = $1`,
      values: [token],
    })
    response.writeHead(303, { location: confirmedPath }).end()
  }
  const open = async (token: string | null, request: IncomingMessage, response: ServerResponse) => {
    const values = [token]
    const text = 'SELECT name FROM bare.signature WHERE id = $1'
    await pool.query({ name: 'look-up', text, values })
    show(confirmPath, request, response)
  }
  return async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    if (request.method === 'POST') {
      return pathname.includes('confirm') ? confirm(request, response) : sign(request, response)
    }
    if (pathname === confirmPath) return open(searchParams.get('token'), request, response)
    return show(pathname, request, response)
  }
}

import pg from 'pg'

const ANSWER_WITHIN_MS = 5_000
const NOT_YET = ['57P03', '53300']
const NOBODY_THERE = ['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE']

/**
 * Connects once. `answers`; `silent`: nobody is there, or not yet; `refuses`: somebody is, and says
 * no. `reason` is a few words without any secret.
 */
export async function probe(url: string): Promise<{
  state: 'answers' | 'silent' | 'refuses'
  reason: string
}> {
  let client: pg.Client | undefined
  try {
    // Its settings may name files that are not there.
    client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: ANSWER_WITHIN_MS,
      query_timeout: ANSWER_WITHIN_MS,
    })
    client.on('error', () => {})
    await client.connect()
    await client.query('SELECT 1')
    return { state: 'answers', reason: '' }
  } catch (error) {
    const { code = '', message } = error as Error & { code?: string }
    const isSilent = [...NOT_YET, ...NOBODY_THERE].includes(code) || /timeout/i.test(message)
    return { state: isSilent ? 'silent' : 'refuses', reason: message || code }
  } finally {
    await client?.end().catch(() => {})
  }
}

import { createHash } from 'node:crypto'
import type { DBAdapter, DBAdapterInstance } from 'better-auth'

/**
 * Wraps the library's adapter so that only SHA-256 hashes of session tokens are stored: what it writes and
 * looks for is hashed, and the token that was asked for stands in the answer.
 */
export function withHashedTokens(make: DBAdapterInstance): DBAdapterInstance {
  return options => hashing(make(options))
}

/** What the database keeps of a session's token. */
export function sessionTokenHash(token: string) {
  return createHash('sha256').update(token).digest('hex')
}

function hashing<Adapter extends object>(adapter: Adapter): Adapter {
  return new Proxy(adapter, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name)
      if (typeof method !== 'function') return method
      if (name === 'transaction') {
        return (work: (inside: DBAdapter) => unknown) =>
          method.call(target, (inside: DBAdapter) => work(hashing(inside)))
      }
      return (request: unknown, ...others: unknown[]) =>
        isOfSession(request)
          ? asked(request, r => method.call(target, r))
          : method.call(target, request, ...others)
    },
  })
}

type Condition = { field: string; value: unknown }
type Request = { model: string; where?: Condition[]; data?: Row; update?: Row }
type Row = Record<string, unknown>

function isOfSession(request: unknown): request is Request {
  return (
    typeof request === 'object' &&
    request !== null &&
    'model' in request &&
    request.model === 'session'
  )
}

async function asked(request: Request, ask: (request: Request) => Promise<unknown>) {
  const tokens = new Map<string, string>()
  const hashed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(hashed)
    if (typeof value !== 'string') return value
    const hash = sessionTokenHash(value)
    tokens.set(hash, value)
    return hash
  }
  const inRow = (row: Row | undefined) =>
    row && 'token' in row ? { ...row, token: hashed(row.token) } : row
  const answer = await ask({
    ...request,
    where: request.where?.map(condition =>
      condition.field === 'token' ? { ...condition, value: hashed(condition.value) } : condition,
    ),
    data: inRow(request.data),
    update: inRow(request.update),
  })
  return withTokens(answer, tokens)
}

function withTokens(answer: unknown, tokens: Map<string, string>): unknown {
  if (Array.isArray(answer)) return answer.map(row => withTokens(row, tokens))
  if (typeof answer !== 'object' || answer === null || !('token' in answer)) return answer
  return { ...answer, token: tokens.get(String(answer.token)) ?? answer.token }
}

import type { ClientBase } from 'pg'

// Next may load this module more than once; the connections are the process's.
const shared = globalThis as typeof globalThis & { openLetterBusy?: Set<ClientBase> }
shared.openLetterBusy ??= new Set()

/** The connections of the pool that wait for an answer. */
export const busyConnections = shared.openLetterBusy

/** Closes every connection that waits for an answer: the database is known to give none. */
export function giveUpQueries() {
  for (const client of busyConnections) giveUp(client)
}

/**
 * Ends a connection in the midst of a query: what waits for it fails now, and the pool makes a new one.
 * Nobody knows what becomes of the query, nor of the transaction that it belongs to.
 */
export function giveUp(client: ClientBase) {
  const { end } = client as ClientBase & { end: () => Promise<void> }
  end.call(client).catch(() => undefined)
}

import { getDomain } from 'tldts'
import type { Prisma } from '#lib/database/types.ts'
import { clientNetworks } from '#lib/security/client-network.ts'
import { giveBack, type Paced, takeTurn } from '#lib/security/pacer.ts'
import { MAIL_PACES, type MailPace } from '#lib/security/rate-limits.ts'
import { keyedHash } from '#lib/security/tokens.ts'
import { MAILBOX_RULES } from '#lib/text/mailboxes.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'
import { mayAct } from './trust/brakes.ts'
import { isFreeProvider, mailDomain } from './trust/mail-domains.ts'

/** A mail that would wait longer for its turn waits for an organiser's look instead. */
export const LONGEST_WAIT_HOURS = 2

/** When a mail goes that waits for a look: never by itself. An organiser gives it another time. */
export const UNTIL_LOOKED_AT = new Date('9999-01-01T00:00:00Z')

/**
 * Domains where anybody, or hundreds of thousands, have mailboxes, that neither `email-providers` nor
 * mailboxes.ts has: providers, relays that hide an address, a whole country's health service.
 */
const OTHER_LARGE_PROVIDERS = new Set([
  'bbox.fr',
  'disroot.org',
  'duck.com',
  'hispeed.ch',
  'ik.me',
  'ikmail.com',
  'mailo.com',
  'mozmail.com',
  'nhs.net',
  'numericable.fr',
  'online.no',
  'passmail.net',
  'posteo.de',
  'posteo.net',
  'privaterelay.appleid.com',
  'proximus.be',
  'riseup.net',
  'simplelogin.com',
  'telia.com',
  'tuta.com',
  'tuta.io',
  'tutanota.com',
  'tutanota.de',
  'vivaldi.net',
  'xs4all.nl',
  'ziggo.nl',
  ...MAILBOX_RULES.flatMap(({ domains }) => domains),
])

/** What a mail's row says of its turn: nothing where it goes at once, which is by the database's clock. */
export type MailTurn = { nextAttemptAt?: Date }

/** Who asks for a mail, where that is known, and to whom it goes. */
export type MailRequest = {
  clientAddress: string | undefined
  email: string
  /** The turn that was taken for it already. */
  turn?: MailTurn | undefined
}

/**
 * When a mail goes that a stranger asked for: at once, or later where its network or its domain had many
 * of late (MAIL_PACES). Nothing is refused for it, and no page says anything else. Call it for mails
 * that are written, and for no others.
 */
export async function mailTime(
  transaction: Prisma.TransactionClient,
  request: MailRequest,
  now: Date,
): Promise<MailTurn> {
  const { clientAddress, email } = request
  if (request.turn) return request.turn
  if (clientAddress === undefined) return {}
  const turn = await lastTurn(turnsOf(clientAddress, email), now)
  if (turn === now.getTime()) return {}
  if (turn - now.getTime() <= LONGEST_WAIT_HOURS * HOUR_MS) return { nextAttemptAt: new Date(turn) }
  await mayAct(transaction, { name: 'mail-queue', subject: 'mail', now })
  return { nextAttemptAt: UNTIL_LOOKED_AT }
}

/** Gives back the turn that `mailTime` took for a mail that was not written after all. */
export async function giveTurnBack({ clientAddress, email }: MailRequest) {
  if (clientAddress !== undefined) await giveBack(turnsOf(clientAddress, email))
}

/**
 * When a reminder goes that the site writes by itself: those of one domain not all at once, and apart
 * from the mails that somebody of it waits for.
 */
export async function reminderTime(email: string, now: Date) {
  return new Date(await lastTurn(turnsOfDomain(email, 'reminder'), now))
}

/** A mail was answered by who has the mailbox: one more may go to its domain. */
export async function mailWasWished(email: string) {
  await giveBack(turnsOfDomain(email))
}

/** A mail waits for its turn in each of its paces. In milliseconds. */
async function lastTurn(paces: Paced[], now: Date) {
  const turns = await Promise.all(paces.map(paced => takeTurn(paced, now.getTime())))
  return Math.max(now.getTime(), ...turns)
}

function turnsOf(clientAddress: string, email: string): Paced[] {
  const ofNetworks = clientNetworks(clientAddress).flatMap(({ network, times }) =>
    turns('network', network, MAIL_PACES.network, times),
  )
  return [...ofNetworks, ...turnsOfDomain(email)]
}

/** Of a domain as it can be bought, so that nobody has many by names below it. */
function turnsOfDomain(email: string, kind: 'domain' | 'reminder' = 'domain') {
  const told = mailDomain(email)
  const domain = getDomain(told) ?? told
  if (isFreeProvider(email) || OTHER_LARGE_PROVIDERS.has(told)) return []
  return turns(kind, domain, MAIL_PACES.domain)
}

function turns(kind: string, name: string, paces: readonly MailPace[], times = 1) {
  return paces.map(({ atOnce, perMinute }, place) => ({
    key: keyedHash('mail-pace', `${kind}:${place}:${name}`),
    pace: { atOnce: Math.ceil(atOnce * times), perMinute: perMinute * times },
  }))
}

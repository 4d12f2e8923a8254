import { database } from '#lib/database/client.ts'
import type { Mail } from '#lib/database/types.ts'
import { compose, type MailToCompose } from './compose.ts'
import type { Delivery, MailDoor } from './message.ts'
import { MOST_ATTEMPTS, waitBeforeRetry } from './retry.ts'

/** A claimed mail that no worker has finished by then is taken up again: its worker died. */
const CLAIM_LASTS_MS = 120_000

/** So few that a provider that answers none of them does not outlast the claim. */
const MAILS_PER_CLAIM = 5

/**
 * Claims mails that are due, sends them one after the other and notes what became of each.
 * Several workers may run: a row is claimed by one. Resolves to how many it handled.
 */
export async function sendDueMails(door: MailDoor, signal?: AbortSignal) {
  let handled = 0
  for (const id of await claim()) {
    if (signal?.aborted) break
    await sendOne(id, door)
    handled += 1
  }
  return handled
}

async function claim() {
  const until = new Date(Date.now() + CLAIM_LASTS_MS)
  const rows = await database.$queryRaw<Pick<Mail, 'id'>[]>`
    UPDATE mail SET attempts = attempts + 1, "nextAttemptAt" = ${until}
    WHERE id IN (
      SELECT id FROM mail WHERE status = 'waiting' AND "nextAttemptAt" <= now()
      ORDER BY "nextAttemptAt", id LIMIT ${MAILS_PER_CLAIM} FOR UPDATE SKIP LOCKED
    ) RETURNING id`
  return rows.map(row => row.id)
}

async function sendOne(id: string, door: MailDoor) {
  const mail = await database.mail.findUnique({
    where: { id },
    include: { signature: true, link: true, ownLink: true },
  })
  if (mail?.status !== 'waiting') return
  const delivery = await attempt(mail, door)
  await database.mail.updateMany({
    where: { id, ...(delivery.outcome === 'refused' && isStillClaimed(mail)) },
    data: resultOf(delivery, mail.attempts),
  })
}

/** Another worker may have taken the mail up since: a refusal of ours says nothing of its attempt. */
function isStillClaimed({ attempts }: Mail) {
  return { status: 'waiting', attempts } as const
}

/** A door that throws is a door that did not answer. */
async function attempt(mail: MailToCompose, door: MailDoor): Promise<Delivery> {
  const message = composeIfAble(mail)
  if (!message) return { outcome: 'refused', code: 'cannot_compose', isTemporary: true }
  return door(message).catch(() => ({
    outcome: 'refused',
    code: 'no_answer',
    isTemporary: true,
  }))
}

/** A text or a language that is missing may be back after the next start. */
function composeIfAble(mail: MailToCompose) {
  try {
    return compose(mail)
  } catch {
    return null
  }
}

function resultOf(delivery: Delivery, attempts: number) {
  if (delivery.outcome === 'sent') {
    return { status: 'sent', sentAt: new Date(), lastError: null } as const
  }
  const isOver = !delivery.isTemporary || attempts >= MOST_ATTEMPTS
  const wait = waitBeforeRetry(attempts, delivery.retryAfterMs)
  return {
    status: isOver ? 'failed' : 'waiting',
    lastError: delivery.code,
    nextAttemptAt: new Date(Date.now() + wait),
  } as const
}

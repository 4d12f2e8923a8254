import { randomUUIDv7 } from 'node:crypto'
import DataLoader from 'dataloader'
import { database } from '#lib/database/client.ts'
import { withPatience } from '#lib/database/patience.ts'
import { processSingleton } from '#lib/process/process-singleton.ts'
import { addressHashes, bouncesSince, pausesSince } from '#lib/suppression/suppression.ts'
import { emailKey } from '#lib/text/email-address.ts'
import { searchKey } from '#lib/text/search-key.ts'
import { newConfirmationLink } from './confirmation-link.ts'
import { giveTurnBack, mailTime } from './mail-pace.ts'
import { insertNewSignatures, type NewSignature } from './queries/sign.ts'
import { type SentFrom, type SignLetterOutcome, type SignRequest, signAlone } from './sign-alone.ts'
import type { SignatureDetails } from './signature-details.ts'

/** Window of one group, in milliseconds: a third of what an answer to a form takes on purpose. */
const GROUP_MS = 16

/** Largest group; more requests make several. */
const MOST_IN_A_GROUP = 64

const groups = processSingleton(
  'sign-groups',
  () =>
    new DataLoader<SignRequest, SignLetterOutcome>(signTogether, {
      cache: false,
      maxBatchSize: MOST_IN_A_GROUP,
      batchScheduleFn: begin => setTimeout(begin, GROUP_MS),
    }),
)

/**
 * Takes a signature. Its row, its form and the form's mail are written in one transaction; the mail is
 * sent later by the outbox. Those who sign at the same time share one statement, one transaction and one flush
 * for addresses that are new, and each gets her own outcome. What an address gets that is known already:
 * sign-alone.ts.
 */
export function signLetter(
  details: SignatureDetails,
  now = new Date(),
  from: SentFrom = {},
): Promise<SignLetterOutcome> {
  return groups.load({ details, now, from })
}

/** Requests that the group did not insert, or whose group failed, are signed alone. */
async function signTogether(requests: readonly SignRequest[]) {
  const isSigned = await withPatience('signing', () => signNew(firstOfEachAddress(requests))).catch(
    () => new Set<SignRequest>(),
  )
  return Promise.all(
    requests.map(async request => {
      if (isSigned.has(request)) return { outcome: 'accepted' } as const
      return signAlone(request).catch((error: Error) => error)
    }),
  )
}

/** Of two forms with one address the second one finds a signature that waits. */
function firstOfEachAddress(requests: readonly SignRequest[]) {
  const first = new Map<string, SignRequest>()
  for (const request of requests) {
    const key = emailKey(request.details.email)
    if (!first.has(key)) first.set(key, request)
  }
  return first
}

/** Signs the requests whose address has no signature and is not suppressed. Resolves to them. */
async function signNew(byKey: Map<string, SignRequest>) {
  const requests = [...byKey.values()]
  const rows = await Promise.all(requests.map(newSignature))
  const now = requests[0]?.now ?? new Date()
  const since = { bounces: bouncesSince(now), pauses: pausesSince(now) }
  const keys = new Set(await insertNewSignatures(rows, since))
  const others = requests.filter(({ details }) => !keys.has(emailKey(details.email)))
  await Promise.all(
    others.map(({ details, from }) =>
      giveTurnBack({ clientAddress: from.clientAddress, email: details.email }),
    ),
  )
  return new Set([...byKey].flatMap(([key, request]) => (keys.has(key) ? [request] : [])))
}

async function newSignature({ details, now, from }: SignRequest): Promise<NewSignature> {
  const { id, tokenHash, rejectionTokenHash, expiresAt } = newConfirmationLink(now)
  const request = { clientAddress: from.clientAddress, email: details.email }
  return {
    signature: {
      ...details,
      id: randomUUIDv7(),
      emailKey: emailKey(details.email),
      searchKey: searchKey(details),
      isTrial: from.isTrial ?? false,
    },
    link: { id, tokenHash, rejectionTokenHash, expiresAt, browserHash: from.browserHash ?? null },
    mail: { id: randomUUIDv7(), ...(await mailTime(database, request, now)) },
    addressHashes: addressHashes(details.email),
    now,
  }
}

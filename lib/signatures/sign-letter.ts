import { randomUUIDv7 } from 'node:crypto'
import DataLoader from 'dataloader'
import { database } from '#lib/database/client.ts'
import { withPatience } from '#lib/database/patience.ts'
import { processSingleton } from '#lib/process/process-singleton.ts'
import { addressHashes, bouncesSince, pausesSince } from '#lib/suppression/suppression.ts'
import { emailKey } from '#lib/text/email-address.ts'
import { searchKey } from '#lib/text/search-key.ts'
import { newConfirmationLink } from './confirmation-link.ts'
import { mailTime } from './mail-pace.ts'
import { insertNewSignatures, type NewSignature } from './queries/sign.ts'
import { type RepeatedForm, takeAfterAnswer } from './repeated-forms.ts'
import type { SentFrom, SignLetterOutcome, SignRequest } from './sign-alone.ts'
import type { SignatureDetails } from './signature-details.ts'

/** Window of one group, in milliseconds: a third of what an answer to a form takes on purpose. */
const GROUP_MS = 16

/** Largest group; more requests make several. */
const MOST_IN_A_GROUP = 64

const ACCEPTED: SignLetterOutcome = { outcome: 'accepted' }

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
 * sent later by the outbox. Those who sign at the same time share one statement, one transaction and one flush.
 * The form of an address that is known already is stored by the same statement, and taken after the answer
 * (repeated-forms.ts), so that its time tells nothing of an address.
 */
export function signLetter(
  details: SignatureDetails,
  now = new Date(),
  from: SentFrom = {},
): Promise<SignLetterOutcome> {
  return groups.load({ details, now, from })
}

/** Of a group that failed each is tried by itself, so that one odd form costs nobody else her signature. */
async function signTogether(requests: readonly SignRequest[]) {
  return accept(requests).catch(() => Promise.all(requests.map(acceptAlone)))
}

function acceptAlone(request: SignRequest) {
  return accept([request]).then(
    () => ACCEPTED,
    (error: Error) => error,
  )
}

async function accept(requests: readonly SignRequest[]): Promise<SignLetterOutcome[]> {
  takeAfterAnswer(await withPatience('signing', () => storeTogether(requests)))
  return requests.map(() => ACCEPTED)
}

/** Resolves to the forms whose address was known already; the second one of an address is one of them. */
async function storeTogether(requests: readonly SignRequest[]): Promise<RepeatedForm[]> {
  const forms = await Promise.all(
    requests.map(async request => ({ request, row: await newSignature(request) })),
  )
  const now = requests[0]?.now ?? new Date()
  const since = { bounces: bouncesSince(now), pauses: pausesSince(now) }
  const signed = await insertNewSignatures(
    forms.map(({ row }) => row),
    since,
  )
  return forms
    .filter(({ row }) => !signed.has(row.signature.id))
    .map(({ request, row }) => ({ id: row.signature.id, request: withTurnOf(row, request) }))
}

function withTurnOf({ mail: { id, ...turn } }: NewSignature, request: SignRequest): SignRequest {
  return { ...request, from: { ...request.from, turn } }
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

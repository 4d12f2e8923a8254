import { beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import {
  MAGIC_LINK_LIFETIME_MINUTES,
  requestMagicLink,
} from '#lib/signatures/self-service/request-magic-link.ts'
import { openSignatorySession } from '#lib/signatures/self-service/signatory-session.ts'
import { emptyDatabase } from '../../../support/database/empty-database.ts'
import { deliverMails, tokenIn } from '../../../support/fakes/transport.ts'
import { signAndConfirm } from '../../../support/people/self-service.ts'
import { camille } from '../../../support/people/signatories.ts'

const START = new Date('2026-05-26T10:00:00Z').getTime()
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const LIFETIME_MS = MAGIC_LINK_LIFETIME_MINUTES * MINUTE_MS
const later = (ms: number) => new Date(START + ms)

beforeEach(async () => {
  await emptyDatabase()
  await signAndConfirm(camille, later(0))
})

/** @param waited how long its mail waits in the outbox, in milliseconds. */
async function linkFor(waited: number) {
  await requestMagicLink(camille.email, later(0))
  const token = tokenIn((await deliverMails()).at(-1))
  await database.mail.updateMany({ where: { kind: 'magic_link' }, data: { sentAt: later(waited) } })
  return token
}

test.each([
  ['at once', 0],
  ['after two hours', 2 * HOUR_MS],
])(
  `a link whose mail goes out %s works ${MAGIC_LINK_LIFETIME_MINUTES} minutes from then`,
  async (_, waited) => {
    const link = await linkFor(waited)
    const end = waited + LIFETIME_MS
    expect(await openSignatorySession(link, later(end))).toBeNull()
    expect(await openSignatorySession(link, later(end - 1))).not.toBeNull()
  },
)

test('one whose mail took more than a day opens nothing', async () => {
  expect(await openSignatorySession(await linkFor(25 * HOUR_MS), later(25 * HOUR_MS))).toBeNull()
})

test('it opens while its mail was handed over and nobody knows whether it arrived, for a day', async () => {
  const link = await linkFor(0)
  await database.mail.updateMany({ data: { status: 'unknown', sentAt: null } })
  expect(await openSignatorySession(link, later(25 * HOUR_MS))).toBeNull()
  expect(await openSignatorySession(link, later(2 * HOUR_MS))).not.toBeNull()
})

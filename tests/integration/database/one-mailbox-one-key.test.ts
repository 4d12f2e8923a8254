import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { requestOwnLink } from '#lib/signatures/own/request-own-link.ts'
import { REASON_OF_THE_SITE } from '#lib/signatures/trust/report-name.ts'
import { emailKey, keysOf } from '#lib/text/email-address.ts'
import { MAILBOX_RULES } from '#lib/text/mailboxes.ts'
import { asOwner } from '../../support/database/database-owner.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails } from '../../support/fakes/transport.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aPendingSignature, aSignature } from '../../support/people/factories/signature.ts'

const MIGRATION = 'prisma/migrations/20261129200000_one_mailbox_one_key/migration.sql'

beforeEach(emptyDatabase)

/** As it was kept before: under the key of that day. */
const formerly = (email: string) => ({ email, emailKey: keysOf(email).at(-1) ?? null })
const migrate = () => asOwner(readFileSync(MIGRATION, 'utf8'))

async function keysByAddress() {
  const rows = await database.signature.findMany({ orderBy: { email: 'asc' } })
  return Object.fromEntries(rows.map(({ email, emailKey: key }) => [email, key]))
}

async function lookedAt() {
  const reports = await database.nameReport.findMany({
    where: { decidedAt: null },
    select: { reason: true, signature: { select: { email: true } } },
  })
  return reports.map(({ reason, signature }) => `${signature.email} ${reason}`)
}

describe('when spellings of one mailbox became one', () => {
  test('every key is what a form gives today, for any address of any provider', async () => {
    const domains = MAILBOX_RULES.flatMap(rule => rule.domains)
    const below = fc.constantFrom('', 'camille.', 'jean-luc.', 'a.camille.')
    const anAddress = fc
      .tuple(fc.stringMatching(/^[a-z][a-z0-9._-]{0,9}[a-z]$/), below, fc.constantFrom(...domains))
      .map(([name, sub, domain]) => `${name.replace(/\.+/g, '.')}@${sub}${domain}`)
    const addresses = [...fc.sample(anAddress, { numRuns: 2_000, seed: 11 }), 'jean-luc@b.fr']
    const byKey = new Map(addresses.map(email => [emailKey(email), email]))
    await insertSignatures(
      database,
      [...byKey.values()].map(email => aSignature(formerly(email))),
    )
    await migrate()
    const kept = await keysByAddress()
    expect(Object.keys(kept)).toHaveLength(byKey.size)
    for (const [email, key] of Object.entries(kept)) expect(key).toBe(emailKey(email))
    expect(await lookedAt()).toEqual([])
  })

  test('no confirmed signature is lost: the older has the key, the other waits for a look', async () => {
    await insertSignatures(database, [
      aSignature(formerly('a-b@proton.me')),
      aSignature(formerly('a_b@proton.me')),
      aSignature({ ...formerly('c-d@proton.me'), status: 'held' }),
      aSignature(formerly('c_d@proton.me')),
      aSignature(formerly('ef@proton.me')),
      aSignature({ ...formerly('e-f@proton.me') }),
    ])
    await migrate()
    expect(await keysByAddress()).toEqual({
      'a-b@proton.me': 'ab@proton.me',
      'a_b@proton.me': 'a_b@proton.me',
      'c-d@proton.me': 'c-d@proton.me',
      'c_d@proton.me': 'cd@proton.me',
      'e-f@proton.me': 'e-f@proton.me',
      'ef@proton.me': 'ef@proton.me',
    })
    const waiting = ['a_b@proton.me', 'c-d@proton.me', 'e-f@proton.me']
    expect((await lookedAt()).sort()).toEqual(waiting.map(each => `${each} ${REASON_OF_THE_SITE}`))
  })

  test('of what nobody confirmed the newest is kept, and none beside one that was confirmed', async () => {
    await insertSignatures(database, [
      aPendingSignature(formerly('camille@me.com')),
      aPendingSignature(formerly('camille@mac.com')),
      aPendingSignature(formerly('idris@icloud.com')),
      aSignature(formerly('idris@me.com')),
    ])
    await migrate()
    expect(await keysByAddress()).toEqual({
      'camille@mac.com': 'camille@icloud.com',
      'idris@me.com': 'idris@icloud.com',
    })
  })

  test('once more changes nothing', async () => {
    await insertSignatures(database, [
      aSignature(formerly('a-b@yahoo.fr')),
      aSignature(formerly('a-c@yahoo.fr')),
      aSignature(formerly('x@camille.sent.com')),
    ])
    await migrate()
    const once = [await keysByAddress(), await lookedAt()]
    await migrate()
    expect([await keysByAddress(), await lookedAt()]).toEqual(once)
  })

  test('who keeps her former key opens her own signature by her own spelling', async () => {
    const rows = [aSignature(formerly('a-b@proton.me')), aSignature(formerly('a_b@proton.me'))]
    await insertSignatures(database, rows)
    await migrate()
    await requestOwnLink('a_b@proton.me')
    await requestOwnLink('a.b@proton.me')
    expect((await deliverMails()).map(({ to }) => to)).toEqual(['a_b@proton.me', 'a-b@proton.me'])
  })
})

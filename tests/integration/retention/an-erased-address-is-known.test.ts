import { beforeEach, describe, expect, test, vi } from 'vitest'
import { runAnotherCampaign } from '../../support/site/another-campaign.ts'

// Before any module of the site is loaded: it reads content/ where it was started.
runAnotherCampaign([['deliveredOn: null', 'deliveredOn: 2027-05-26']])
vi.resetModules()

const { database } = await import('#lib/database/client.ts')
const { env } = await import('#lib/env/env.ts')
const { tidyOutbox } = await import('#lib/mail/outbox/tidy-outbox.ts')
const { listSignatures } = await import('#lib/moderation/list-signatures.ts')
const { findOnline } = await import('#lib/paper/find-online.ts')
const { enforceRetention } = await import('#lib/retention/enforce-retention.ts')
const { formValuesOf } = await import('#lib/signatures/self-service/form-values.ts')
const { correctSignature } = await import('#lib/signatures/self-service/correct-signature.ts')
const { requestMagicLink } = await import('#lib/signatures/self-service/request-magic-link.ts')
const { openSignatorySession } = await import('#lib/signatures/self-service/signatory-session.ts')
const { withdrawSignature } = await import('#lib/signatures/self-service/withdraw-signature.ts')
const { signLetter } = await import('../../support/people/sign-letter.ts')
const { readTally } = await import('#lib/signatures/tally.ts')
const { isSuppressed } = await import('#lib/suppression/suppression.ts')
const { deliverMails, tokenIn } = await import('../../support/fakes/transport.ts')
const { dumpDatabase } = await import('../../support/database/dump-database.ts')
const { emptyDatabase } = await import('../../support/database/empty-database.ts')
const { AUTUMN, startUnder } = await import('../../support/site/secrets.ts')
const { lea } = await import('../../support/people/organiser-acts.ts')
const { formChoices, signAndConfirm } = await import('../../support/people/self-service.ts')
const { amina, camille, details, hers } = await import('../../support/people/signatories.ts')

const DUE = new Date('2027-12-26T00:00:00Z')

beforeEach(emptyDatabase)

async function signedAndErased(person = camille) {
  const { id } = await signAndConfirm(person)
  await enforceRetention(DUE)
  expect(await database.signature.findUnique({ where: { id } })).toMatchObject({ emailKey: null })
  return id
}

async function sessionOf(email: string) {
  await requestMagicLink(email)
  const session = await openSignatorySession(tokenIn((await deliverMails()).at(-1)))
  if (!session) throw new Error('The link opens nothing.')
  return session
}

describe('Camille, whose address was erased, comes back', () => {
  test('the database no longer holds it, and knows it when she types it', async () => {
    await signedAndErased()
    expect(await dumpDatabase()).not.toContain('@')
    await signLetter(camille)
    await signLetter(details({ ...camille, email: 'camille.roux+letter@example.org' }))
    expect(await database.signature.count()).toBe(1)
    expect(await readTally(0)).toMatchObject({ signatures: 1 })
    const [mail, ...others] = await deliverMails()
    expect(mail).toMatchObject({ to: camille.email, subject: expect.stringContaining('déjà') })
    expect(others).toEqual([])
    expect(await dumpDatabase()).not.toContain('@')
  })

  test('Léa finds her signature by the whole address, however it is spelt, and by no part of it', async () => {
    const id = await signedAndErased()
    await signAndConfirm(amina)
    const found = async (q: string) =>
      (await listSignatures(lea, { q })).signatures.map(row => row.id)
    expect(await found(camille.email)).toEqual([id])
    expect(await found('Camille.Roux+letter@Example.org')).toEqual([id])
    expect(await found('camille.roux@example')).toEqual([])
  })

  test('among others who sign at the same moment she alone is left out', async () => {
    await signedAndErased()
    const others = ['one@example.org', 'two@example.org'].map(email => details({ email }))
    await Promise.all([camille, ...others].map(person => signLetter(person)))
    const mails = await database.mail.findMany({ where: { status: 'waiting' } })
    expect(mails.map(({ kind }) => kind).toSorted()).toEqual([
      'already_signed',
      'confirm',
      'confirm',
    ])
  })

  test('she hides her name by the link that she asks for', async () => {
    const id = await signedAndErased()
    const session = await sessionOf(' Camille.Roux@EXAMPLE.org')
    const signature = await database.signature.findUniqueOrThrow({ where: { id } })
    const values = { ...formValuesOf(signature), public: '' }
    expect(await correctSignature(session, values, formChoices())).toEqual({ outcome: 'corrected' })
    expect(await database.signature.findUnique({ where: { id } })).toMatchObject({
      isPublic: false,
    })
    // Her name goes at the next run, and she is still known.
    await enforceRetention(DUE)
    expect(await database.signature.findUnique({ where: { id } })).toMatchObject({ name: '' })
    await sessionOf(camille.email)
  })

  test('she withdraws, and wants no more mail: only the wish is left', async () => {
    const id = await signedAndErased()
    const session = await sessionOf(camille.email)
    expect(await withdrawSignature(session, true)).toEqual({ outcome: 'withdrawn' })
    expect(await database.signature.findUnique({ where: { id } })).toMatchObject({
      status: 'withdrawn',
    })
    expect(await database.erasedAddress.count()).toBe(0)
    expect(await isSuppressed(database, camille.email)).toBe(true)
  })

  test('who withdraws may sign again', async () => {
    await signedAndErased()
    await withdrawSignature(await sessionOf(camille.email), false)
    await signLetter(camille)
    expect(await deliverMails()).toMatchObject([{ to: camille.email }])
  })

  test('who never showed her name gets a mail without one', async () => {
    await signedAndErased(hers)
    await requestMagicLink(hers.email)
    const [mail] = await deliverMails()
    expect(mail?.text).toContain('Bonjour,')
    expect(mail?.to).toBe(hers.email)
  })

  test('an organisation stays verified when its owner corrects it', async () => {
    const id = await signedAndErased(amina)
    await database.signature.update({ where: { id }, data: { isDomainVerified: true } })
    const session = await sessionOf(amina.email)
    const signature = await database.signature.findUniqueOrThrow({ where: { id } })
    await correctSignature(
      session,
      { ...formValuesOf(signature), role: 'Présidente' },
      formChoices(),
    )
    expect(await database.signature.findUnique({ where: { id } })).toMatchObject({
      role: 'Présidente',
      isDomainVerified: true,
    })
  })
})

test('a list on paper finds her too', async () => {
  await signedAndErased()
  const address = { address: camille.email, key: camille.email }
  const row = { email: address, name: 'C. Roux', organisation: undefined }
  const { addresses } = await findOnline([
    row as unknown as Parameters<typeof findOnline>[0][number],
  ])
  expect([...addresses]).toEqual([camille.email])
})

test('with a new secret she is known as before', async () => {
  await signedAndErased()
  const { APP_SECRET: before = '', APP_SECRET_PREVIOUS: earlier } = env
  startUnder(AUTUMN, [before, ...earlier])
  await signLetter(camille)
  expect(await database.signature.count()).toBe(1)
  startUnder(before, earlier)
})

test('an address that was typed for a mail is gone once that failed', async () => {
  await signedAndErased()
  await requestMagicLink(camille.email)
  await database.mail.updateMany({ where: { kind: 'magic_link' }, data: { status: 'failed' } })
  await tidyOutbox()
  expect(await dumpDatabase()).not.toContain('@')
})

test('an organiser removed it: signing again brings nothing, as before', async () => {
  const { id } = await signAndConfirm(camille)
  await database.signature.update({
    where: { id },
    data: { status: 'removed', removedAt: new Date(DUE.getTime() - 1000) },
  })
  await enforceRetention(DUE)
  await signLetter(camille)
  expect(await deliverMails()).toEqual([])
  expect(await database.signature.count()).toBe(1)
})

import { beforeEach, expect, test, vi } from 'vitest'
import { runAnotherCampaign } from '../../support/site/another-campaign.ts'

// Before any module of the site is loaded: it reads content/ where it was started.
runAnotherCampaign([
  ['deliveredOn: null', 'deliveredOn: 2027-05-26'],
  ['addressMonthsAfterDelivery: 6', 'addressMonthsAfterDelivery: 7'],
])
vi.resetModules()

const { database } = await import('#lib/database/client.ts')
const { enforceRetention, previewRetention } = await import('#lib/retention/enforce-retention.ts')
const { listSignatories, signatoryFilters } = await import('#lib/signatures/list-signatories.ts')
const { readTally } = await import('#lib/signatures/tally.ts')
const { signLetter } = await import('../../support/people/sign-letter.ts')
const { emptyDatabase } = await import('../../support/database/empty-database.ts')
const { insertSignatures } = await import('../../support/people/factories/insert-signatures.ts')
const { aSignature } = await import('../../support/people/factories/signature.ts')
const { signAndConfirm } = await import('../../support/people/self-service.ts')
const { amina, camille, details } = await import('../../support/people/signatories.ts')
const { deliverMails } = await import('../../support/fakes/transport.ts')
const { dumpDatabase } = await import('../../support/database/dump-database.ts')

const noor = details({
  email: 'noor@example.org',
  name: 'Noor Hidden',
  organisation: 'Clinic of the North',
  statement: 'Quietly.',
  country: 'BE',
  isPublic: false,
})
const signedOnPaper = aSignature({
  name: 'Ali Noor',
  email: '',
  emailKey: null,
  isPublic: false,
})
const BEFORE = new Date('2027-12-25T23:59:59.999Z')
const DUE = new Date('2027-12-26T00:00:00Z')

beforeEach(emptyDatabase)

test('seven months after delivery, and not before, addresses go; public names and the tally stay', async () => {
  const people = [camille, amina, noor]
  for (const person of people) await signAndConfirm(person)
  await signLetter(camille)
  const signed = await database.signature.findMany({ select: { id: true } })
  const image = new Uint8Array([1])
  await database.organisationLogo.createMany({
    data: signed.map(({ id: signatureId }) => ({ signatureId, image })),
  })
  await insertSignatures(database, [signedOnPaper])
  await enforceRetention(BEFORE)
  expect(await database.signature.count({ where: { email: { not: '' } } })).toBe(3)

  const said = await previewRetention(DUE)
  const done = await enforceRetention(DUE)
  expect(done).toEqual(said)
  expect(done.find(({ name }) => name === 'addresses')?.rows).toBe(4)

  const left = await dumpDatabase()
  expect(left).not.toMatch(/@|noor|quietly|clinic of/i)
  expect(await deliverMails()).toEqual([])
  const logos = await database.organisationLogo.findMany({ include: { signature: true } })
  expect(logos.map(({ signature }) => signature.isPublic)).toEqual([true, true])
  const { signatories } = await listSignatories(signatoryFilters.parse({}))
  expect(signatories.map(({ name }) => name)).toEqual(['Amina Haddad', 'Camille Roux'])
  expect(await readTally(0)).toMatchObject({ signatures: 4, organisations: 1, countries: 2 })
  expect((await previewRetention(DUE)).every(({ rows }) => rows === 0)).toBe(true)
})

test('who has just signed and not confirmed keeps her address until then', async () => {
  await signLetter(camille, DUE)
  await enforceRetention(DUE)
  expect(await database.signature.findMany()).toMatchObject([
    { email: camille.email, status: 'pending' },
  ])
})

import { beforeEach, expect, test, vi } from 'vitest'
import { runAnotherCampaign } from '../../../support/site/another-campaign.ts'

// Before any module of the site is loaded: it reads content/ where it was started.
runAnotherCampaign([['signing: open', 'signing: closed']])
vi.resetModules()

const { database } = await import('#lib/database/client.ts')
const { readCampaignState } = await import('#lib/campaign/campaign-run.ts')
const { readLetter } = await import('#lib/content/letter.ts')
const { confirmationSecrets } = await import('#lib/signatures/confirmation-link.ts')
const { confirmSignature } = await import('#lib/signatures/confirm-signature.ts')
const { rejectRequest } = await import('#lib/signatures/reject-request.ts')
const { withdrawSignature } = await import('#lib/signatures/self-service/withdraw-signature.ts')
const { readConfirmationLink } = await import('#lib/signatures/read-confirmation-link.ts')
const { signLetter } = await import('../../../support/people/sign-letter.ts')
const { submitSignature } = await import('#lib/signatures/submit-signature.ts')
const { readTally } = await import('#lib/signatures/tally.ts')
const { verifyCode } = await import('#lib/signatures/verify-code.ts')
const { emptyDatabase } = await import('../../../support/database/empty-database.ts')
const { aSignature } = await import('../../../support/people/factories/signature.ts')
const { insertSignatures } = await import('../../../support/people/factories/insert-signatures.ts')
const { deliverMails } = await import('../../../support/fakes/transport.ts')
const { openOwnSignature } = await import('../../../support/people/self-service.ts')
const { camille } = await import('../../../support/people/signatories.ts')

const FORM = { name: 'Camille Roux', email: camille.email, consent: 'on' }

beforeEach(emptyDatabase)

test('the letter is closed in this campaign, and can still be read', async () => {
  expect(await readCampaignState()).toBe('closed')
  expect(readLetter('fr').blocks.length).toBeGreaterThan(2)
})

test('the form is refused, and nothing is written', async () => {
  expect(await submitSignature(FORM, '203.0.113.1')).toEqual({ outcome: 'closed' })
  expect(await database.signature.count()).toBe(0)
})

test('Camille signed just before: no mail asks her, neither link nor code confirms, and both say why', async () => {
  await signLetter(camille)
  expect(await deliverMails()).toEqual([])
  const { id } = await database.confirmationLink.findFirstOrThrow()
  const { token, code, rejectToken } = confirmationSecrets(id)
  expect(await readConfirmationLink(token)).toEqual({ state: 'closed' })
  expect(await confirmSignature(token)).toEqual({ outcome: 'closed' })
  expect(await verifyCode(camille.email, code)).toEqual({ outcome: 'closed' })
  expect(await database.signature.findMany()).toMatchObject([{ status: 'pending' }])
  expect(await readTally(0)).toMatchObject({ signatures: 0 })
  expect(await rejectRequest(rejectToken, false)).toEqual({ outcome: 'erased' })
})

test('who has signed still owns her signature', async () => {
  await insertSignatures(database, [aSignature({ email: camille.email })])
  const session = await openOwnSignature(camille)
  expect(await withdrawSignature(session, false)).toEqual({ outcome: 'withdrawn' })
  expect(await readTally()).toMatchObject({ signatures: 0 })
})

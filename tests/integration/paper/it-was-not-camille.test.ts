import { beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { importBatch } from '#lib/paper/import-batch.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { rejectRequest } from '#lib/signatures/reject-request.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails, rejectTokenIn, tokenIn } from '../../support/fakes/transport.ts'
import { anOrganiser } from '../../support/people/organisers.ts'
import { aCheckedBatch } from '../../support/people/paper.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { camille, idris } from '../../support/people/signatories.ts'

beforeEach(emptyDatabase)

test('Idris signs with the address of Camille, who signed on paper: not her, and no more mail', async () => {
  const karim = await anOrganiser('Karim', 'moderator')
  const id = await aCheckedBatch(karim, `name,email\nC. Roux,${camille.email}`, ['name', 'email'])
  await importBatch(karim, id)
  await signLetter({ ...idris, email: camille.email })
  const [mail] = await deliverMails()
  const reject = rejectTokenIn(mail)
  const presses = await Promise.all([1, 2, 3].map(() => rejectRequest(reject, true)))
  expect(presses.filter(({ outcome }) => outcome === 'erased')).toHaveLength(1)
  expect(await confirmSignature(tokenIn(mail))).toEqual({ outcome: 'unknown' })
  expect(await database.suppression.count()).toBe(1)
  expect(await database.signature.findMany()).toMatchObject([
    { name: 'C. Roux', status: 'confirmed', paperBatchId: id },
  ])
})

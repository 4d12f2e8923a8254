import { beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { requestMagicLink } from '#lib/signatures/self-service/request-magic-link.ts'
import { emptyDatabase } from '../../../support/database/empty-database.ts'
import { deliverMails } from '../../../support/fakes/transport.ts'
import { insertSignatures } from '../../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../../support/people/factories/signature.ts'

beforeEach(emptyDatabase)

test('who keeps a key of before spellings were one opens her own signature by her own spelling', async () => {
  await insertSignatures(database, [
    aSignature({ email: 'a-b@proton.me', emailKey: 'ab@proton.me' }),
    aSignature({ email: 'a_b@proton.me', emailKey: 'a_b@proton.me' }),
  ])
  await requestMagicLink('a_b@proton.me')
  await requestMagicLink('a.b@proton.me')
  expect((await deliverMails()).map(({ to }) => to)).toEqual(['a_b@proton.me', 'a-b@proton.me'])
})

import { beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { beginBulkAction } from '#lib/moderation/bulk/begin-bulk-action.ts'
import { runBulkAction } from '#lib/moderation/bulk/continue-bulk-action.ts'
import { freezeSignatures } from '#lib/moderation/bulk/freeze-signatures.ts'
import { holdSignature } from '#lib/moderation/hold-signature.ts'
import { suppressAddress } from '#lib/suppression/suppression.ts'
import { readMessages } from '#lib/text/messages.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails } from '../../support/fakes/transport.ts'
import { lea, readNow, release } from '../../support/people/organiser-acts.ts'
import { signAndConfirm } from '../../support/people/self-service.ts'
import { camille, details } from '../../support/people/signatories.ts'

const mickey = details({ name: 'Mickey Mouse', email: 'mickey@mailinator.com' })
const minnie = details({ name: 'Minnie Mouse', email: 'minnie@mailinator.com', locale: 'en' })

/** Whom a mail tells that the signature counts now. */
const told = async () => {
  const subjects = (['fr', 'en'] as const).map(
    language => readMessages(language).mail.released.subject.split('{')[0] ?? '',
  )
  const mails = await deliverMails()
  return mails.flatMap(({ to, subject }) =>
    subjects.some(begins => subject.startsWith(begins)) ? [to] : [],
  )
}

beforeEach(emptyDatabase)

test('who was told of a look is told once that the signature counts', async () => {
  const { id } = await signAndConfirm(mickey)
  await deliverMails()
  await release(id)
  expect(await told()).toEqual([mickey.email])
  await holdSignature(lea, await readNow(id), 'by_hand')
  await release(id)
  expect(await told()).toEqual([])
})

test('those whom Léa approves together are told each', async () => {
  await signAndConfirm(mickey)
  await signAndConfirm(minnie)
  await deliverMails()
  const wish = { kind: 'release', choice: { rule: { domain: 'mailinator.com' } } } as const
  const frozen = await freezeSignatures(lea, wish)
  if (frozen.outcome !== 'frozen') throw new Error(frozen.outcome)
  await beginBulkAction(lea, frozen.id)
  await runBulkAction(frozen.id)
  expect((await told()).sort()).toEqual([mickey.email, minnie.email].sort())
})

test('who was never told of a look hears nothing: she was held later, or approved at once', async () => {
  const counted = await signAndConfirm(camille)
  await deliverMails()
  await holdSignature(lea, await readNow(counted.id), 'by_hand')
  await release(counted.id)
  await release((await signAndConfirm(mickey)).id)
  expect(await deliverMails()).toEqual([])
})

test('nor who wants no more mails, nor who is held again before hers goes', async () => {
  const unwilling = await signAndConfirm(mickey)
  const heldAgain = await signAndConfirm(minnie)
  await deliverMails()
  await database.$transaction(transaction => suppressAddress(transaction, mickey.email))
  await release(unwilling.id)
  await release(heldAgain.id)
  await holdSignature(lea, await readNow(heldAgain.id), 'by_hand')
  expect(await told()).toEqual([])
})

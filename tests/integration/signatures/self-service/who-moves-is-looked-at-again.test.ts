import { beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { addRules } from '#lib/moderation/rules/add-rules.ts'
import { askForAddress } from '#lib/signatures/self-service/ask-for-address.ts'
import { confirmAddress } from '#lib/signatures/self-service/confirm-address.ts'
import { readTally } from '#lib/signatures/tally.ts'
import { deliverMails, tokenIn } from '../../../support/fakes/transport.ts'
import { beforeAnyRule } from '../../../support/people/farm.ts'
import { lea } from '../../../support/people/organiser-acts.ts'
import {
  openOwnSignature,
  reasonsOf,
  signAndConfirm,
} from '../../../support/people/self-service.ts'
import { amina, camille, details } from '../../../support/people/signatories.ts'

const NEW = 'camille@new.example'

beforeEach(beforeAnyRule)

/** Gives the signature of a session another address: both mailboxes press. */
async function move(session: string, email: string) {
  await askForAddress(session, email)
  for (const mail of await deliverMails()) await confirmAddress(tokenIn(mail))
}

test('a hospital that leaves its domain is looked at again, and proves it no longer', async () => {
  await signAndConfirm(amina)
  await database.signature.updateMany({
    where: { email: amina.email },
    data: { status: 'confirmed', holdReasons: [], isDomainVerified: true },
  })
  expect(await readTally()).toMatchObject({ signatures: 1 })
  await move(await openOwnSignature(amina), 'amina@gmail.com')
  expect(await readTally()).toMatchObject({ signatures: 0 })
  const moved = await database.signature.findFirstOrThrow({ where: { name: amina.name } })
  expect(moved).toMatchObject({ isDomainVerified: false, status: 'held' })
  expect(moved.holdReasons).toContain('organisation_unverified')
})

test('who spoke for a watched organisation from its domain is looked at once she leaves it', async () => {
  const official = details({
    email: 'camille@who.int',
    organisation: 'World Health Organization',
    role: 'Nurse',
    capacity: 'official',
  })
  expect(await signAndConfirm(official)).toMatchObject({ status: 'confirmed' })
  await move(await openOwnSignature(official), NEW)
  expect(await reasonsOf({ email: NEW })).toEqual(['imitation'])
})

test('who moves to an address that is blocked is held as if she had signed with it', async () => {
  await signAndConfirm(camille)
  await addRules(lea, { effect: 'block', list: 'new.example', reason: 'A farm.', days: null })
  await move(await openOwnSignature(camille), NEW)
  expect(await reasonsOf({ email: NEW })).toEqual(['blocked'])
})

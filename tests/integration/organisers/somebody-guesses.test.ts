import { beforeEach, expect, test } from 'vitest'
import { acceptLink } from '#lib/organisers/people/accept-link.ts'
import { inviteOrganiser } from '#lib/organisers/people/invite-organiser.ts'
import { signIn } from '#lib/organisers/sign-in/sign-in.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'

const EMAIL = 'guessed@example.org'
const PASSWORD = 'trois-chevaux-dans-la-mer'
const TRIES_FOR_ONE_ADDRESS = 10

beforeEach(emptyDatabase)

test('ten passwords for one address, from however many networks: then the right one waits too', async () => {
  const invited = await inviteOrganiser(EMAIL, 'owner', null)
  if (invited.outcome !== 'invited') throw new Error(invited.outcome)
  await acceptLink({ token: invited.token, password: PASSWORD }, aBrowserOf(0))
  const wrong = Array.from({ length: TRIES_FOR_ONE_ADDRESS }, (_, place) =>
    signIn({ email: EMAIL, password: 'another-password' }, aBrowserOf(place)),
  )
  expect(new Set((await Promise.all(wrong)).map(({ outcome }) => outcome))).toEqual(
    new Set(['refused']),
  )
  const right = await signIn(
    { email: EMAIL, password: PASSWORD },
    aBrowserOf(TRIES_FOR_ONE_ADDRESS),
  )
  expect(right).toEqual({ outcome: 'too-many' })
})

/** Each in a network of its own. */
function aBrowserOf(network: number) {
  return new Headers({ 'x-client-address': `10.2.${network}.1` })
}

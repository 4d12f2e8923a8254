import { beforeEach, describe, expect, test, vi } from 'vitest'
import { runAnotherCampaign } from '../../support/site/another-campaign.ts'

// Before any module of the site is loaded: it reads content/ where it was started.
runAnotherCampaign([['nextStep: share', 'nextStep: event\neventDay: 2027-05-26']], {
  fr: '\nnextStep:\n  title: Venez à Genève\n  lead: Nous remettons la lettre.\n  button: Je viens\n  link: https://event.example/\n  place: Palais des Nations\n',
  en: '\nnextStep:\n  title: Come to Geneva\n  lead: We hand the letter over.\n  button: I am coming\n  link: https://event.example/\n  place: Palais des Nations\n',
})
vi.resetModules()

const { readNextStep } = await import('#lib/content/read-next-step.ts')
const { database } = await import('#lib/database/client.ts')
const { env } = await import('#lib/env/env.ts')
const { confirmSignature } = await import('#lib/signatures/confirm-signature.ts')
const { withdrawSignature } = await import('#lib/signatures/self-service/withdraw-signature.ts')
const { signLetter } = await import('../../support/people/sign-letter.ts')
const { emptyDatabase } = await import('../../support/database/empty-database.ts')
const { deliverMails, tokenIn } = await import('../../support/fakes/transport.ts')
const { openOwnSignature } = await import('../../support/people/self-service.ts')
const { camille } = await import('../../support/people/signatories.ts')

beforeEach(emptyDatabase)

/** Camille signs, opens the link of her mail, and presses the button with or without the tick. */
async function confirm(locale: string, wantsThanks: boolean) {
  await signLetter({ ...camille, locale })
  const token = tokenIn((await deliverMails()).at(-1))
  const press = () => confirmSignature(token, new Date(), { wantsThanks })
  expect(await press()).toEqual({ outcome: 'confirmed' })
  return press
}

const thanks = () => database.mail.count({ where: { kind: 'thanks' } })

describe.each([
  ['fr', 'Merci d’avoir signé', 'Venez à Genève', 'Nous remettons la lettre.'],
  ['en', 'Thank you for signing', 'Come to Geneva', 'We hand the letter over.'],
])('in her language: %s', (locale, subject, title, lead) => {
  test('who ticked it is thanked once, with the next step and links to pass on', async () => {
    const press = await confirm(locale, true)
    await press()
    expect(await thanks()).toBe(1)
    const [message] = await deliverMails()
    expect(message?.to).toBe(camille.email)
    expect(message?.subject).toContain(subject)
    const site = `${env.SITE_URL}/${locale}`
    for (const twin of [message?.html, message?.text]) {
      expect(twin).toContain(lead)
      expect(twin).toContain(title)
      for (const path of ['/next-step', '?from=thanks-mail', '/spread', '/my-signature'])
        expect(twin).toContain(`${site}${path}`)
      expect(twin).not.toMatch(/token|event\.example/)
    }
  })
})

test('who did not tick it gets no mail, and the wish is kept nowhere', async () => {
  await confirm('en', false)
  expect(await thanks()).toBe(0)
})

test('who withdraws before it goes is not thanked', async () => {
  await confirm('en', true)
  await database.mail.updateMany({ data: { nextAttemptAt: new Date(Date.now() + 3_600_000) } })
  await withdrawSignature(await openOwnSignature(camille), false)
  await database.mail.updateMany({ data: { nextAttemptAt: new Date(0) } })
  const subjects = (await deliverMails()).map(({ subject }) => subject)
  expect(subjects).toEqual([expect.stringContaining('Your signature is withdrawn')])
})

test('after the day of the event there is the letter to pass on again', () => {
  expect(readNextStep('en', new Date('2027-05-26T20:00:00Z'))).toMatchObject({ kind: 'event' })
  expect(readNextStep('en', new Date('2027-05-27T08:00:00Z'))).toBeNull()
})

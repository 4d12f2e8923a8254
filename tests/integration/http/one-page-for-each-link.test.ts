import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { PLACES_HEADER } from '#lib/security/own-headers.ts'
import { readMessages } from '#lib/text/messages.ts'
import { place } from '#lib/text/places.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { repeatedFormsTaken } from '../../support/people/sign-letter.ts'
import { details } from '../../support/people/signatories.ts'
import { alike } from '../../support/site/alike.ts'
import { type RunningSite, startRunningSite } from '../../support/site/running-site.ts'
import { CAMILLE_TYPES, linkFor, signByForm } from '../../support/site/signing-over-http.ts'

const HOSTILE = `</script><img src=x onerror=alert(1)> "' $& &lt; ${place('token')} ${place('value')}`

const STORED = [
  ['a person who says little', details()],
  [
    'a person who says all',
    details({ role: 'Infirmière', statement: 'Plus jamais.', isPublic: false }),
  ],
  ['somebody who wants news', details({ wantsUpdates: true, country: null, category: null })],
  [
    'an organisation with hostile words',
    details({
      kind: 'organisation',
      capacity: 'official',
      name: HOSTILE,
      organisation: HOSTILE,
      role: HOSTILE,
      category: HOSTILE,
      statement: HOSTILE,
      website: 'https://hopital.example/?a=1&b="2"',
    }),
  ],
] as const

let site: RunningSite
let stories = 0
let address = ''

beforeAll(async () => {
  site = await startRunningSite()
})
afterAll(() => site.stop())
beforeEach(async () => {
  await emptyDatabase()
  // The mailbox keeps the mails of the story before.
  stories += 1
  address = `camille.${stories}@example.org`
})

describe('the page of a link behind which one form waits', () => {
  test.each(STORED)('is, filled in, the one that Next makes: %s', async (_who, stored) => {
    const french = await linkFor(site, address)
    await database.confirmationLink.updateMany({ data: { details: { ...stored, email: address } } })
    for (const link of [french, french.replace('/fr/', '/en/')]) {
      const [filled, made] = [await site.ask(link), await site.ask(`${link}&made=anew`)]
      expect(alike(filled)).toEqual(alike(made))
      expect(filled.body).not.toContain('<img')
    }
  })

  test('is made once, and shows each reader what waits behind her own link alone', async () => {
    const [hers, his] = [await linkFor(site, address), await linkFor(site, 'idris@example.net')]
    const form = { signature: { email: 'idris@example.net' } }
    const idris = details({ name: 'Idris Benali', email: 'idris@example.net' })
    await database.confirmationLink.updateMany({ where: form, data: { details: idris } })
    const [one, other] = await Promise.all([hers, his].map(link => site.ask(link)))
    expect(one?.body).toContain('Camille Roux')
    expect(one?.body).not.toContain('Idris')
    expect(other?.body).toContain('Idris Benali')
    expect(other?.body).not.toContain('Camille')
    expect(other?.body).not.toContain(hers.slice(-43))
  })

  test('has no places for whoever asks for them', async () => {
    const answer = await site.ask('/fr/confirm', { headers: { [PLACES_HEADER]: '1' } })
    expect(answer.body).toContain('one-time-code')
    expect(answer.body).not.toContain(place('name'))
  })
})

test('several forms behind one link are all shown, for their owner to choose', async () => {
  const link = await linkFor(site, address)
  await signByForm(site, { ...CAMILLE_TYPES, email: address, name: 'Idris Benali' })
  await repeatedFormsTaken()
  const { body } = await site.ask(link)
  expect(body).toContain('Camille Roux')
  expect(body).toContain('Idris Benali')
  expect(body).toContain(readMessages('fr').confirm.severalTitle)
})

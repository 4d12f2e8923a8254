import { beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { suppressAddress } from '#lib/suppression/suppression.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { details } from '../../support/people/signatories.ts'

beforeEach(emptyDatabase)

test('of a hundred who sign at once, each has her row, her link and her mail, once', async () => {
  const people = Array.from({ length: 100 }, (_, place) => `reader.${place}@example.org`)
  const outcomes = await Promise.all(people.map(email => signLetter(details({ email }))))
  expect(outcomes).toEqual(people.map(() => ({ outcome: 'accepted' })))
  const rows = await database.signature.findMany({ include: { links: true, mails: true } })
  expect(rows.map(({ email }) => email).toSorted()).toEqual(people.toSorted())
  for (const { status, holdReasons, links, mails } of rows) {
    expect({ status, holdReasons }).toEqual({ status: 'pending', holdReasons: [] })
    expect(mails).toMatchObject([{ kind: 'confirm', status: 'waiting', linkId: links[0]?.id }])
    expect(links).toHaveLength(1)
  }
})

test('in one group an address counts once, whoever typed it how often, and each form is kept', async () => {
  const forms = ['Camille Roux', 'Idris Mbeki', 'Camille Roux'].map(name =>
    signLetter(details({ email: 'camille.roux@example.org', name })),
  )
  await Promise.all(forms)
  const [row, ...others] = await database.signature.findMany({
    include: { links: true, mails: true },
  })
  expect(others).toEqual([])
  expect(row?.mails).toHaveLength(1)
  expect(row?.links.map(({ isMailed }) => isMailed).toSorted()).toEqual([false, true])
})

test('among those who are new, one who wants no mail gets none, and one who has signed is told once', async () => {
  await suppressAddress(database, 'no.mail@example.org')
  await signLetter(details({ email: 'again@example.org' }))
  await database.signature.updateMany({ data: { status: 'confirmed', confirmedAt: new Date() } })
  const emails = ['new@example.org', 'no.mail@example.org', 'again@example.org']
  await Promise.all(emails.map(email => signLetter(details({ email }))))
  const mails = await database.mail.findMany({ include: { signature: true } })
  expect(mails.map(({ kind, signature }) => `${kind} ${signature?.email}`).toSorted()).toEqual([
    'already_signed again@example.org',
    'confirm again@example.org',
    'confirm new@example.org',
  ])
})

test('one that the database does not take fails alone, and the others of its group are signed', async () => {
  const unknown = { ...details({ email: 'odd@example.org' }), kind: 'hospital' as 'individual' }
  const [odd, fine] = await Promise.allSettled([
    signLetter(unknown),
    signLetter(details({ email: 'fine@example.org' })),
  ])
  expect(odd.status).toBe('rejected')
  expect(fine).toMatchObject({ status: 'fulfilled', value: { outcome: 'accepted' } })
  expect(await database.signature.count()).toBe(1)
})

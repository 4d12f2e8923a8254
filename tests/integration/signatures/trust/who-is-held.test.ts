import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { listSignatories, signatoryFilters } from '#lib/signatures/list-signatories.ts'
import { readTally } from '#lib/signatures/tally.ts'
import { BURST_WINDOW_MINUTES, HOLD_REASONS } from '#lib/signatures/trust/hold-reasons.ts'
import { emptyDatabase } from '../../../support/database/empty-database.ts'
import { deliverMails, tokenIn } from '../../../support/fakes/transport.ts'
import { aCrowd } from '../../../support/people/factories/crowd.ts'
import { insertSignatures } from '../../../support/people/factories/insert-signatures.ts'
import { readHeld, release } from '../../../support/people/organiser-acts.ts'
import { reasonsOf, signAndConfirm, signatureOf } from '../../../support/people/self-service.ts'
import { signLetter } from '../../../support/people/sign-letter.ts'
import { amina, camille, details } from '../../../support/people/signatories.ts'

const MINUTE_MS = 60_000
const NOW = new Date('2026-05-26T12:00:00Z')

const macron = details({ email: 'somebody@example.net', name: 'Еmmanuel Маcron' })
const aFiller = details({ email: 'somebody@example.net', name: 'Emma\u3164nuel Mɑcron' })
const aTitle = details({ email: 'somebody@example.net', name: 'Président Emmanuel Macron' })
const thrownAway = details({ email: 'someone@yopmail.com', name: 'Zoé Lefèvre' })

beforeEach(emptyDatabase)

const listed = async () =>
  (await listSignatories(signatoryFilters.parse({}))).signatories.map(({ name }) => name)

describe('a signature that needs a look', () => {
  test.each([
    ['a name that imitates', macron, 'imitation'],
    ['a name with invisible letters', aFiller, 'imitation'],
    ['a name behind a title', aTitle, 'imitation'],
    ['a disposable address', thrownAway, 'disposable_address'],
  ])(
    '%s is held: the same answer, a kind mail, not counted, not shown',
    async (_, person, reason) => {
      await signLetter(person)
      const token = tokenIn((await deliverMails())[0])
      expect(await confirmSignature(token)).toEqual({ outcome: 'confirmed' })
      expect(await confirmSignature(token)).toEqual({ outcome: 'already-confirmed' })
      expect(await reasonsOf(person)).toEqual([reason])
      expect(await readTally(0)).toMatchObject({ signatures: 0 })
      expect(await listed()).toEqual([])
      const [mail, ...others] = await deliverMails()
      expect(others).toEqual([])
      expect(mail?.to).toBe(person.email)
      expect(mail?.text).toContain('Merci d’avoir confirmé')
      expect(mail?.text).not.toMatch(/imitation|jetable|yopmail\.com\/|token=/)
    },
  )

  test('released by an organiser it counts and is shown, once', async () => {
    const { id } = await signAndConfirm(thrownAway)
    expect(await readHeld()).toMatchObject([{ id, holdReasons: ['disposable_address'] }])
    expect(await release(id)).toBe(true)
    expect(await release(id)).toBe(false)
    expect(await readTally()).toMatchObject({ signatures: 1 })
    expect(await listed()).toEqual(['Zoé Lefèvre'])
    expect(await readHeld()).toEqual([])
  })

  test('everybody else is published on confirming', async () => {
    for (const [place, name] of [
      'Brad Smithson',
      'Jürgen Müller',
      '李',
      'Юлия Новикова',
      'Γιώργος',
    ].entries())
      await signAndConfirm(details({ email: `p${place}@example.org`, name }))
    expect(await readHeld()).toEqual([])
    expect(await listed()).toHaveLength(5)
  })
})

describe('organisations', () => {
  const chu = {
    ...amina,
    email: 'amina@chu-lyon.example',
    organisation: 'CHU de Lyon',
    website: 'https://www.chu-lyon.example/',
  }

  test('from an address of its website’s domain: verified, counted apart', async () => {
    expect(await signAndConfirm(chu)).toMatchObject({
      status: 'confirmed',
      isDomainVerified: true,
      organisationKey: 'chu lyon',
    })
    expect(await readTally(0)).toMatchObject({ signatures: 1, individuals: 0, organisations: 1 })
  })

  test.each([
    ['without a website', { website: null }],
    ['from another domain', { email: 'amina@elsewhere.example' }],
    [
      'from a free provider, whatever the website',
      { email: 'chu.lyon@gmail.com', website: 'https://gmail.com/' },
    ],
  ])('%s: waits for an organiser', async (_, given) => {
    const person = { ...chu, ...given }
    await signAndConfirm(person)
    expect(await reasonsOf(person)).toEqual(['organisation_unverified'])
    expect(await signatureOf(person)).toMatchObject({ isDomainVerified: false })
    expect(await readTally(0)).toMatchObject({ organisations: 0 })
  })

  test('the same under another spelling is put before an organiser, never merged', async () => {
    await signAndConfirm(chu)
    const again = { ...chu, email: 'idris@chu-lyon.example', organisation: 'chu lyon' }
    await signAndConfirm(again)
    expect(await reasonsOf(again)).toEqual(['organisation_double'])
    expect(await signatureOf(chu)).toMatchObject({ status: 'confirmed', name: 'Amina Haddad' })
    expect(await readTally(0)).toMatchObject({ organisations: 1 })
  })

  test('ten spellings confirmed at once count once', async () => {
    const spellings = ['CHU de Lyon', 'chu lyon', 'C.H.U. Lyon', 'Lyon, CHU', 'CHU – Lyon']
    const people = [...spellings, ...spellings].map((organisation, place) => ({
      ...chu,
      organisation,
      email: `person${place}@chu-lyon.example`,
    }))
    await Promise.all(people.map(person => signLetter(person)))
    const tokens = (await deliverMails()).map(tokenIn)
    await Promise.all(tokens.map(token => confirmSignature(token)))
    const statuses = (await database.signature.findMany()).map(({ status }) => status)
    expect(statuses.filter(status => status === 'confirmed')).toHaveLength(1)
    expect(statuses.filter(status => status === 'held')).toHaveLength(people.length - 1)
  })

  test('an individual who names her hospital is no double of it', async () => {
    await signAndConfirm(chu)
    expect(await signAndConfirm({ ...camille, organisation: 'CHU de Lyon' })).toMatchObject({
      status: 'confirmed',
    })
  })
})

describe('bursts', () => {
  const crowdOf = (size: number, given: Parameters<typeof aCrowd>[1]) =>
    insertSignatures(database, aCrowd(size, given))
  const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * MINUTE_MS)

  test('a hospital of 400 behind one network passes; the next one waits for a look', async () => {
    const networkHash = 'one-hospital'
    const { threshold } = HOLD_REASONS.network_burst
    await crowdOf(threshold - 1, { networkHash, confirmedAt: minutesAgo(5) })
    const last = { ...camille, networkHash }
    await signAndConfirm(last, NOW)
    expect(await reasonsOf(last)).toBe('confirmed')
    const next = details({ email: 'next@example.org', networkHash })
    await signAndConfirm(next, NOW)
    expect(await reasonsOf(next)).toEqual(['network_burst'])
    const elsewhere = details({ email: 'other@example.org', networkHash: 'another' })
    await signAndConfirm(elsewhere, NOW)
    expect(await reasonsOf(elsewhere)).toBe('confirmed')
  })

  test('what came before the window does not count', async () => {
    const networkHash = 'one-hospital'
    await crowdOf(500, { networkHash, confirmedAt: minutesAgo(BURST_WINDOW_MINUTES) })
    await signAndConfirm({ ...camille, networkHash }, NOW)
    expect(await reasonsOf(camille)).toBe('confirmed')
  })

  test('one mail domain beyond its threshold waits; a free provider never does', async () => {
    const { threshold } = HOLD_REASONS.domain_burst
    const from = (domain: string, count: number) => {
      const crowd = [...aCrowd(count, { confirmedAt: minutesAgo(1), seed: count })]
      const rows = crowd.map((row, place) => {
        const email = `${domain.length}.${place}@${domain}`
        return { ...row, email, emailKey: email }
      })
      return insertSignatures(database, rows)
    }
    await from('farm.example', threshold - 1)
    await from('laposte.net', threshold + 50)
    const last = details({ email: 'last@farm.example' })
    await signAndConfirm(last, NOW)
    expect(await reasonsOf(last)).toBe('confirmed')
    const next = details({ email: 'next@farm.example' })
    await signAndConfirm(next, NOW)
    expect(await reasonsOf(next)).toEqual(['domain_burst'])
    const subdomain = details({ email: 'x@notfarm.example' })
    await signAndConfirm(subdomain, NOW)
    expect(await reasonsOf(subdomain)).toBe('confirmed')
    const free = details({ email: 'camille@laposte.net' })
    await signAndConfirm(free, NOW)
    expect(await reasonsOf(free)).toBe('confirmed')
  })
})

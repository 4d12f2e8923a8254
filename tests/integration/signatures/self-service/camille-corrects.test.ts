import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { listSignatories, signatoryFilters } from '#lib/signatures/list-signatories.ts'
import { correctSignature } from '#lib/signatures/self-service/correct-signature.ts'
import { readTally } from '#lib/signatures/tally.ts'
import { emptyDatabase } from '../../../support/database/empty-database.ts'
import { readHeld } from '../../../support/people/organiser-acts.ts'
import {
  correct,
  formChoices,
  openOwnSignature,
  signAndConfirm,
  signatureOf,
} from '../../../support/people/self-service.ts'
import { amina, camille, details } from '../../../support/people/signatories.ts'

const listed = async () =>
  (await listSignatories(signatoryFilters.parse({}))).signatories.map(({ name }) => name)

beforeEach(emptyDatabase)

describe('Camille corrects', () => {
  test('what she wrote of herself, and finds it on the list at once', async () => {
    await signAndConfirm(camille)
    const session = await openOwnSignature(camille)
    const changes = {
      name: '  Camille Le  Roux ',
      role: 'Infirmière',
      organisation: 'CHU de Lyon',
      country: 'BE',
      category: 'citizen',
      capacity: 'official',
      updates: 'on',
    }
    expect(await correct(camille, session, changes)).toEqual({ outcome: 'corrected' })
    expect(await signatureOf(camille)).toMatchObject({
      status: 'confirmed',
      name: 'Camille Le Roux',
      role: 'Infirmière',
      organisation: 'CHU de Lyon',
      country: 'BE',
      category: 'citizen',
      capacity: 'official',
      wantsUpdates: true,
      isPublic: true,
      searchKey: 'camille le roux chu de lyon',
    })
    expect(await listed()).toEqual(['Camille Le Roux'])
    const events = await database.signatureEvent.findMany({ where: { kind: 'corrected' } })
    expect(events).toHaveLength(1)
    expect(events[0]?.codes).toEqual(expect.arrayContaining(['name', 'country']))
    expect(JSON.stringify(events)).not.toContain('Lyon')
  })

  test('whether her name is shown: hidden, she still counts', async () => {
    await signAndConfirm(camille)
    const session = await openOwnSignature(camille)
    await correct(camille, session, { public: '' })
    expect(await listed()).toEqual([])
    expect(await readTally()).toMatchObject({ signatures: 1 })
    await correct(camille, session, { public: 'on' })
    expect(await listed()).toEqual(['Camille Roux'])
  })

  test.each([
    [{ name: '' }, { name: 'required' }],
    [{ name: '=1+1' }, { name: 'formula' }],
    [{ name: 'evil.com' }, { name: 'url' }],
    [{ statement: 'x'.repeat(281) }, { statement: 'too-long' }],
    [{ country: 'XX' }, { country: 'choice' }],
    [{ website: 'not a site' }, { website: 'invalid' }],
    [{ name: ['a', 'b'] }, { name: 'invalid' }],
  ])('%j is refused, and nothing changes', async (changes, errors) => {
    const before = await signAndConfirm(camille)
    const session = await openOwnSignature(camille)
    expect(await correct(camille, session, changes)).toEqual({ outcome: 'invalid', errors })
    expect(await signatureOf(camille)).toEqual(before)
  })

  test('nothing else: address, kind, status, language and dates are what they were', async () => {
    const before = await signAndConfirm(camille)
    const session = await openOwnSignature(camille)
    await correct(camille, session, {
      name: 'Camille R.',
      email: 'other@example.org',
      kind: 'organisation',
      status: 'withdrawn',
      statementStatus: 'approved',
      isDomainVerified: 'true',
      locale: 'en',
      letterVersion: 'x',
      id: 'x',
      confirmedAt: '2020-01-01',
    })
    expect(await signatureOf(camille)).toEqual({
      ...before,
      name: 'Camille R.',
      searchKey: 'camille r.',
    })
  })

  test('nothing without a session', async () => {
    const before = await signAndConfirm(camille)
    const outcome = await correctSignature('A'.repeat(43), { name: 'X' }, formChoices())
    expect(outcome).toEqual({ outcome: 'no-session' })
    expect(await signatureOf(camille)).toEqual(before)
  })
})

describe('a correction is looked at like a signature', () => {
  test('a name that imitates is held: neither counted nor shown', async () => {
    await signAndConfirm(camille)
    const session = await openOwnSignature(camille)
    await correct(camille, session, { name: 'Еmmanuel Маcron' })
    expect(await signatureOf(camille)).toMatchObject({
      status: 'held',
      holdReasons: ['imitation'],
    })
    expect(await listed()).toEqual([])
    expect(await readTally()).toMatchObject({ signatures: 0 })
  })

  test('of a signature that is held already, the new reason stands beside the first', async () => {
    const disposable = details({ email: 'camille@mailinator.com' })
    await signAndConfirm(disposable)
    const session = await openOwnSignature(disposable)
    await correct(disposable, session, { name: 'Emmanuel Macron' })
    expect((await readHeld())[0]?.holdReasons).toEqual(['disposable_address', 'imitation'])
  })

  test('a slip in a name that an organiser let pass does not hold it for its address again', async () => {
    const disposable = details({ email: 'camille@mailinator.com' })
    const { id } = await signAndConfirm(disposable)
    await database.signature.update({
      where: { id },
      data: { status: 'confirmed', holdReasons: [] },
    })
    const session = await openOwnSignature(disposable)
    await correct(disposable, session, { name: 'Camille Rouxe' })
    expect(await signatureOf(disposable)).toMatchObject({ status: 'confirmed' })
  })

  test('an organisation keeps its name and role, and another website is not its domain', async () => {
    await signAndConfirm(amina)
    const session = await openOwnSignature(amina)
    expect(await correct(amina, session, { organisation: '', role: ' ' })).toEqual({
      outcome: 'invalid',
      errors: { organisation: 'required', role: 'required' },
    })
    expect(await signatureOf(amina)).toMatchObject({ status: 'confirmed', isDomainVerified: true })
    await correct(amina, session, { website: 'https://other.example/' })
    expect(await signatureOf(amina)).toMatchObject({
      status: 'held',
      isDomainVerified: false,
      holdReasons: ['organisation_unverified'],
    })
  })

  test('an organisation cannot take the name of one that signed', async () => {
    await signAndConfirm(amina)
    const other = { ...amina, email: 'x@clinic.example', website: 'https://clinic.example/' }
    await signAndConfirm({ ...other, organisation: 'Clinic' })
    const session = await openOwnSignature(other)
    await correct(other, session, { organisation: 'hopital SAINT LOUIS' })
    expect(await signatureOf(other)).toMatchObject({
      status: 'held',
      holdReasons: ['organisation_double'],
    })
  })
})

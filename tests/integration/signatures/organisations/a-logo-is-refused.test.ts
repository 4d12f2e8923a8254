import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { readOwnLogo } from '#lib/signatures/organisations/read-logo.ts'
import { removeLogo } from '#lib/signatures/organisations/remove-logo.ts'
import { findLogoRefusal, saveLogo } from '#lib/signatures/organisations/save-logo.ts'
import { emptyDatabase } from '../../../support/database/empty-database.ts'
import {
  openOwnSignature,
  signAndConfirm,
  signatureOf,
} from '../../../support/people/self-service.ts'
import { amina, camille, details } from '../../../support/people/signatories.ts'

const A_MONTH_MS = 30 * 24 * 60 * 60 * 1000

const LOGO = await sharp({ create: { width: 80, height: 40, channels: 3, background: '#00529b' } })
  .png()
  .toBuffer()

beforeEach(emptyDatabase)

describe('a logo is refused', () => {
  test.each([
    ['nobody', undefined],
    ['a guess', 'A'.repeat(43)],
    ['nonsense', { token: true }],
  ])('from %s', async (_, session) => {
    await signAndConfirm(amina)
    expect(await findLogoRefusal(session)).toBe('no-session')
    expect(await saveLogo(session, LOGO)).toEqual({ outcome: 'no-session' })
    expect(await removeLogo(session)).toEqual({ outcome: 'no-session' })
    expect(await readOwnLogo(session)).toBeNull()
    expect(await database.organisationLogo.count()).toBe(0)
  })

  test('from a session that has ended', async () => {
    await signAndConfirm(amina)
    const session = await openOwnSignature(amina)
    const later = new Date(Date.now() + A_MONTH_MS)
    expect(await saveLogo(session, LOGO, later)).toEqual({ outcome: 'no-session' })
    expect(await removeLogo(session, later)).toEqual({ outcome: 'no-session' })
  })

  test('from a person', async () => {
    await signAndConfirm(camille)
    const session = await openOwnSignature(camille)
    expect(await findLogoRefusal(session)).toBe('not-organisation')
    expect(await saveLogo(session, LOGO)).toEqual({ outcome: 'not-organisation' })
    expect(await database.organisationLogo.count()).toBe(0)
  })

  test('from the owner of another organisation’s signature: she changes her own', async () => {
    const other = details({
      ...amina,
      email: 'noor@clinic.example',
      organisation: 'Clinique du Parc',
      website: 'https://clinic.example/',
    })
    await signAndConfirm(amina)
    await signAndConfirm(other)
    await saveLogo(await openOwnSignature(amina), LOGO)
    await removeLogo(await openOwnSignature(other))
    expect((await signatureOf(amina)).logoHash).not.toBeNull()
    expect((await signatureOf(other)).logoHash).toBeNull()
  })

  test('when it is no picture; the earlier one stays', async () => {
    await signAndConfirm(amina)
    const session = await openOwnSignature(amina)
    await saveLogo(session, LOGO)
    expect(await saveLogo(session, Buffer.from('<svg/>'))).toEqual({ outcome: 'not-accepted' })
    expect(await saveLogo(session, LOGO.subarray(0, 60))).toEqual({ outcome: 'broken' })
    expect(await readOwnLogo(session)).not.toBeNull()
  })
})

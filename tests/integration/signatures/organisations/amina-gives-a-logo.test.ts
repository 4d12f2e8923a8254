import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { readSignatoryData } from '#lib/signatory-data/read-signatory-data.ts'
import { listSignatories, signatoryFilters } from '#lib/signatures/list-signatories.ts'
import { readOrganisations } from '#lib/signatures/organisations/list-organisations.ts'
import { readOwnLogo, readPublicLogo } from '#lib/signatures/organisations/read-logo.ts'
import { removeLogo } from '#lib/signatures/organisations/remove-logo.ts'
import { saveLogo } from '#lib/signatures/organisations/save-logo.ts'
import { withdrawSignature } from '#lib/signatures/self-service/withdraw-signature.ts'
import { emptyDatabase } from '../../../support/database/empty-database.ts'
import {
  openOwnSignature,
  signAndConfirm,
  signatureOf,
} from '../../../support/people/self-service.ts'
import { amina, details } from '../../../support/people/signatories.ts'

const LOGO = await sharp({ create: { width: 80, height: 40, channels: 3, background: '#00529b' } })
  .png()
  .toBuffer()

/** The same hospital, from an address that proves nothing: it is held. */
const heldAmina = details({ ...amina, email: 'amina.haddad@gmail.com' })

/** What anyone sees of an organisation in the list: its logo's address, read as a browser does. */
async function shownLogo() {
  const [shown] = (await listSignatories(signatoryFilters.parse({ kind: 'organisation' })))
    .signatories
  const address = new URL(shown?.logo ?? '/none', 'https://letter.example.org')
  return readPublicLogo(address.pathname.split('/').at(-1) ?? '', address.searchParams.get('v'))
}

beforeEach(emptyDatabase)

describe('Amina gives her hospital’s logo', () => {
  test('it is shown with the hospital, in the list and under the letter', async () => {
    const { id } = await signAndConfirm(amina)
    expect(await shownLogo()).toBeNull()
    const session = await openOwnSignature(amina)
    expect(await saveLogo(session, LOGO)).toEqual({ outcome: 'saved' })
    const image = await shownLogo()
    expect(await sharp(image ?? undefined).metadata()).toMatchObject({ format: 'webp', width: 80 })
    const { logoHash } = await signatureOf(amina)
    expect(await readOrganisations()).toMatchObject([
      {
        organisation: 'Hôpital Saint-Louis',
        website: 'https://hospital.example/',
        isDomainVerified: true,
        logo: `/api/logos/${id}?v=${logoHash}`,
      },
    ])
  })

  test('it puts nothing on hold', async () => {
    await signAndConfirm(amina)
    await saveLogo(await openOwnSignature(amina), LOGO)
    expect(await signatureOf(amina)).toMatchObject({ status: 'confirmed', holdReasons: [] })
  })

  test('another one takes its place, under another address', async () => {
    const { id } = await signAndConfirm(amina)
    const session = await openOwnSignature(amina)
    await saveLogo(session, LOGO)
    const { logoHash: first } = await signatureOf(amina)
    await saveLogo(session, await sharp(LOGO).negate().png().toBuffer())
    const { logoHash: second } = await signatureOf(amina)
    expect(second).not.toBe(first)
    expect(await readPublicLogo(id, first)).toBeNull()
    expect(await readPublicLogo(id, second)).not.toBeNull()
    expect(await database.organisationLogo.count()).toBe(1)
  })

  test('she takes it away again', async () => {
    await signAndConfirm(amina)
    const session = await openOwnSignature(amina)
    await saveLogo(session, LOGO)
    expect(await removeLogo(session)).toEqual({ outcome: 'removed' })
    expect(await shownLogo()).toBeNull()
    expect(await database.organisationLogo.count()).toBe(0)
    expect(await signatureOf(amina)).toMatchObject({ logoHash: null, status: 'confirmed' })
  })

  test('it goes with her signature', async () => {
    const { id } = await signAndConfirm(amina)
    const session = await openOwnSignature(amina)
    await saveLogo(session, LOGO)
    const { logoHash } = await signatureOf(amina)
    await withdrawSignature(session, false)
    expect(await readPublicLogo(id, logoHash)).toBeNull()
    expect(await database.organisationLogo.count()).toBe(0)
    expect(await database.signature.findMany()).toMatchObject([{ logoHash: null }])
  })

  test('withdrawing and uploading at the same moment leave no logo behind', async () => {
    for (let round = 0; round < 5; round += 1) {
      await emptyDatabase()
      await signAndConfirm(amina)
      const session = await openOwnSignature(amina)
      await Promise.all([saveLogo(session, LOGO), withdrawSignature(session, false)])
      expect(await database.organisationLogo.count()).toBe(0)
      expect(await database.signature.findMany()).toMatchObject([{ logoHash: null }])
    }
  })

  test('it is in the data that she takes away', async () => {
    await signAndConfirm(amina)
    const session = await openOwnSignature(amina)
    await saveLogo(session, LOGO)
    const { logo } = (await readSignatoryData(session)) ?? {}
    const { format } = await sharp(Buffer.from(logo ?? '', 'base64')).metadata()
    expect(format).toBe('webp')
  })
})

describe('a logo is not shown', () => {
  test('while its organisation is held, but to its owner', async () => {
    const { id } = await signAndConfirm(heldAmina)
    const session = await openOwnSignature(heldAmina)
    expect(await saveLogo(session, LOGO)).toEqual({ outcome: 'saved' })
    const { status, logoHash } = await signatureOf(heldAmina)
    expect(status).toBe('held')
    expect(await readPublicLogo(id, logoHash)).toBeNull()
    expect(await readOrganisations()).toEqual([])
    expect(await readOwnLogo(session)).not.toBeNull()
  })

  test('of an organisation that did not wish to be shown', async () => {
    const hidden = details({ ...amina, isPublic: false })
    const { id } = await signAndConfirm(hidden)
    await saveLogo(await openOwnSignature(hidden), LOGO)
    const { logoHash } = await signatureOf(hidden)
    expect(await readPublicLogo(id, logoHash)).toBeNull()
    expect(await readOrganisations()).toEqual([])
  })

  test('of an organisation that organisers hide; of one that they removed none is taken', async () => {
    const { id } = await signAndConfirm(amina)
    const session = await openOwnSignature(amina)
    await saveLogo(session, LOGO)
    const { logoHash } = await signatureOf(amina)
    await database.signature.update({ where: { id }, data: { isHidden: true } })
    expect(await readPublicLogo(id, logoHash)).toBeNull()
    await database.signature.update({ where: { id }, data: { status: 'removed' } })
    expect(await saveLogo(session, LOGO)).toEqual({ outcome: 'no-session' })
  })

  test.each([
    ['no hash', null],
    ['another hash', 'f'.repeat(32)],
    ['an empty one', ''],
  ])('at an address with %s', async (_, hash) => {
    const { id } = await signAndConfirm(amina)
    await saveLogo(await openOwnSignature(amina), LOGO)
    expect(await readPublicLogo(id, hash)).toBeNull()
  })

  test.each(['', 'x', '../../etc/passwd', "' OR true --"])('at the place %j', async place => {
    expect(await readPublicLogo(place, 'f'.repeat(32))).toBeNull()
  })
})

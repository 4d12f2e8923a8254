import { beforeEach, describe, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { readAuditLog } from '#lib/audit/read-audit-log.ts'
import { database } from '#lib/database/client.ts'
import { LOOKING_MINUTES, readOnlookers } from '#lib/moderation/read-onlookers.ts'
import { readSignature } from '#lib/moderation/read-signature.ts'
import { deleteNote, LONGEST_SIGNATURE_NOTE, writeNote } from '#lib/moderation/write-note.ts'
import {
  LONGEST_ORGANISER_NAME,
  nameOneself,
  readOwnName,
} from '#lib/organisers/people/name-oneself.ts'
import { readSignatoryData } from '#lib/signatory-data/read-signatory-data.ts'
import { withdrawSignature } from '#lib/signatures/self-service/withdraw-signature.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { anOrganiser, readAuditEvents } from '../../support/people/organisers.ts'
import { openOwnSignature, signAndConfirm } from '../../support/people/self-service.ts'
import { camille } from '../../support/people/signatories.ts'

let lea: Organiser
let karim: Organiser
let id: string

beforeEach(async () => {
  await emptyDatabase()
  lea = await anOrganiser('Lea', 'moderator')
  karim = await anOrganiser('Karim', 'owner')
  id = (await signAndConfirm(camille)).id
})

describe('a name', () => {
  test('stands beside the address for colleagues, and the log says that it changed', async () => {
    expect(await nameOneself(lea, ' Léa  Martin ')).toEqual({ outcome: 'named' })
    await writeNote(lea, id, 'Called her ward.')
    const detail = await readSignature(karim, id)
    expect(detail?.notes).toMatchObject([{ by: 'Léa Martin (lea@letter.example)' }])
    const [event] = await readAuditEvents('organiser-named')
    expect(JSON.stringify(event?.details)).not.toContain('Martin')
    const { records } = await readAuditLog({})
    expect(records.every(({ organiser }) => !organiser || organiser.includes('@'))).toBe(true)
  })

  test.each([
    ['karim@letter.example', 'url'],
    ['=1+1', 'formula'],
    ['x'.repeat(LONGEST_ORGANISER_NAME + 1), 'too-long'],
    ['L\u202ea', 'characters'],
  ])('%s is none', async (typed, fault) => {
    expect(await nameOneself(lea, typed)).toEqual({ outcome: 'refused', fault })
    expect(await readOwnName(lea)).toBeNull()
  })

  test('an empty field takes it away again', async () => {
    await nameOneself(lea, 'Léa')
    await nameOneself(lea, '  ')
    expect(await readOwnName(lea)).toBeNull()
  })
})

describe('a note', () => {
  test('is read by colleagues, and its owner gets it without who wrote it', async () => {
    expect(await writeNote(lea, id, 'Her ward says that she works there.')).toEqual({
      outcome: 'noted',
    })
    const data = await readSignatoryData(await openOwnSignature(camille))
    expect(data?.notes).toEqual([
      { text: 'Her ward says that she works there.', at: expect.any(Date) },
    ])
    expect(JSON.stringify(data)).not.toContain(lea.id)
    const [event] = await readAuditEvents('signature-noted')
    expect(event).toMatchObject({ subject: id, organiserId: lea.id })
    expect(JSON.stringify(event?.details)).not.toContain('ward')
  })

  test('is erased with what is personal of the signature', async () => {
    await writeNote(lea, id, 'Her ward says that she works there.')
    await withdrawSignature(await openOwnSignature(camille), false)
    expect(await database.signatureNote.count()).toBe(0)
    expect(await writeNote(lea, id, 'She withdrew.')).toEqual({ outcome: 'gone' })
  })

  test('is deleted by any colleague, once', async () => {
    await writeNote(lea, id, 'Wrong person.')
    const note = await database.signatureNote.findFirstOrThrow()
    const outcomes = await Promise.all([deleteNote(karim, note.id), deleteNote(lea, note.id)])
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['gone', 'note-deleted'])
    expect(await readAuditEvents('signature-note-deleted')).toHaveLength(1)
  })

  test.each([
    ['nothing', ' \u200b '],
    ['too much', 'x'.repeat(LONGEST_SIGNATURE_NOTE + 1)],
    ['an address of the web', 'See https://evil.example/camille'],
  ])('%s is none', async (_, typed) => {
    expect(await writeNote(lea, id, typed)).toEqual({ outcome: 'note-refused' })
  })

  test('on a signature that never was is none', async () => {
    expect(await writeNote(lea, crypto.randomUUID(), 'Who?')).toEqual({ outcome: 'gone' })
    expect(await writeNote(lea, 'x', 'Who?')).toEqual({ outcome: 'gone' })
  })
})

test('who opens a signature sees for some minutes which colleagues have just opened it', async () => {
  await nameOneself(karim, 'Karim Haddad')
  expect(await readOnlookers(lea, id)).toEqual([])
  await readSignature(karim, id)
  await readSignature(karim, id)
  await readSignature(lea, id)
  expect(await readOnlookers(lea, id)).toEqual(['Karim Haddad (karim@letter.example)'])
  expect(await readOnlookers(lea, crypto.randomUUID())).toEqual([])
  const later = new Date(Date.now() + (LOOKING_MINUTES + 1) * MINUTE_MS)
  expect(await readOnlookers(lea, id, later)).toEqual([])
})

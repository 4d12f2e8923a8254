import { expect, test } from 'vitest'
import { COLUMNS, exportedSignature } from '#lib/exports/formats/exported-signature.ts'
import { anOrganisationSignature, aSignature } from '../../support/people/factories/signature.ts'

const NOTE = 'in a personal capacity – affiliation for identification only'

test('the columns are all that is exported, in the same order', () => {
  expect(Object.keys(exportedSignature(aSignature()))).toEqual(COLUMNS)
})

test('Camille names her hospital and signs for herself: the note says so', () => {
  const { capacityNote } = exportedSignature(aSignature({ organisation: 'Hôpital Saint-Louis' }))
  expect(capacityNote).toBe(NOTE)
})

test('a nurse who names no employer has no affiliation', () => {
  expect(exportedSignature(aSignature({ role: 'Infirmière' })).capacityNote).toBeNull()
})

test('in official capacity, or without affiliation, there is no note', () => {
  const official = aSignature({ organisation: 'Hôpital Saint-Louis', capacity: 'official' })
  expect(exportedSignature(official).capacityNote).toBeNull()
  expect(exportedSignature(aSignature()).capacityNote).toBeNull()
})

test('a name that an organiser hides is not public, whatever its owner wishes', () => {
  const wish = { isPublic: true, isHidden: true }
  expect(exportedSignature(aSignature(wish)).public).toBe(false)
  expect(exportedSignature(aSignature({ ...wish, isHidden: false })).public).toBe(true)
})

test('an organisation has no capacity of its own', () => {
  expect(exportedSignature(anOrganisationSignature())).toMatchObject({
    capacity: null,
    capacityNote: null,
  })
})

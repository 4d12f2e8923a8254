import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { submitSignature } from '#lib/signatures/submit-signature.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'

const CAMILLE = {
  name: 'Camille Roux',
  email: 'camille.roux@example.org',
  consent: 'on',
  locale: 'fr',
}

beforeEach(emptyDatabase)

describe('of where a signatory came from is kept', () => {
  test.each([
    ['the host of the page before', { referrerHost: 'www.lemonde.fr' }, 'lemonde.fr', null],
    [
      'no path, even where one is sent',
      { referrerHost: 'https://lemonde.fr/sante?q=camille' },
      'lemonde.fr',
      null,
    ],
    ['the tag of our own link', { cameFrom: 'Poster-Rouen' }, null, 'poster-rouen'],
    ['both', { referrerHost: 't.co', cameFrom: 'press' }, 't.co', 'press'],
    ['nothing, where nothing is said', { referrerHost: '', cameFrom: '' }, null, null],
    ['no page of an intranet', { referrerHost: 'webmail.chu.local' }, null, null],
    ['no network address', { referrerHost: '192.168.1.7' }, null, null],
    ['no host with half a character', { referrerHost: 'a\ud83db.com' }, null, null],
    ['not this site itself', { referrerHost: 'localhost' }, null, null],
    ['no words in place of a tag', { cameFrom: '<b>camille@example.org</b>' }, null, null],
    ['no tag longer than forty', { cameFrom: 'a'.repeat(41) }, null, null],
    ['nothing of a field sent twice', { referrerHost: ['t.co', 't.co'] }, null, null],
    ['nothing of a number', { cameFrom: 7 }, null, null],
  ])('%s', async (_, said, referrerHost, cameFrom) => {
    const { outcome } = await submitSignature({ ...CAMILLE, ...said }, '198.51.100.7')
    expect(outcome).toBe('accepted')
    const row = await database.signature.findFirstOrThrow()
    expect({ referrerHost: row.referrerHost, cameFrom: row.cameFrom }).toEqual({
      referrerHost,
      cameFrom,
    })
  })
})

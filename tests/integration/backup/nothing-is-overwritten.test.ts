import { readFileSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { moveDatabase } from '#lib/backup/move-database.ts'
import { wholeDatabase } from '../../support/database/whole-database.ts'
import { camille } from '../../support/people/signatories.ts'
import { aCampaignIn, aSiteToBackUp, here, SECRETS } from '../../support/site/site-to-back-up.ts'

let site: Awaited<ReturnType<typeof aSiteToBackUp>>

beforeEach(async () => {
  site = await aSiteToBackUp()
})

describe('nothing is put', () => {
  test('where there are data', async () => {
    await aCampaignIn(site.foldersOf('here').data)
    await site.backUp()
    const before = await wholeDatabase(here.url)
    await expect(site.restore(here)).rejects.toThrow(
      'There are data in this database (audit_record): nothing was changed.',
    )
    expect(await wholeDatabase(here.url)).toEqual(before)
  })

  test('without the passphrase', async () => {
    const passphrase = 'four words that nobody guesses'
    await site.backUp({ passphrase })
    const guessed = site.restore(site.other, { passphrase: 'four words that are not right' })
    await expect(guessed).rejects.toThrow('cannot be opened with this key')
    expect(await site.restore(site.other, { passphrase })).toEqual(SECRETS)
  })

  test('from a file that was cut or changed', async () => {
    await aCampaignIn(site.foldersOf('here').data)
    await site.backUp()
    const whole = readFileSync(site.file)
    writeFileSync(site.file, whole.subarray(0, whole.length - 200))
    await expect(site.restore(site.other)).rejects.toThrow()
    const inTheMiddle = Math.floor(whole.length / 2)
    whole.writeUInt8(whole.readUInt8(inTheMiddle) ^ 1, inTheMiddle)
    writeFileSync(site.file, whole)
    await expect(site.restore(site.other)).rejects.toThrow()
    expect((await wholeDatabase(site.other.url)).rows.signature ?? []).toEqual([])
  })

  test('nobody reads a name or a secret in the file', async () => {
    await aCampaignIn(site.foldersOf('here').data)
    await site.backUp()
    const text = readFileSync(site.file, 'latin1')
    expect(text).toMatch(/^age-encryption\.org\/v1\n/)
    for (const hidden of [camille.email, SECRETS[0] ?? '', 'signature']) {
      expect(text).not.toContain(hidden)
    }
  })
})

describe('moving to another server', () => {
  test('takes everything along', async () => {
    await aCampaignIn(site.foldersOf('here').data)
    const rows = await moveDatabase(here.url, site.other)
    const there = await wholeDatabase(site.other.url)
    expect(there).toEqual(await wholeDatabase(here.url))
    expect(rows).toBe(Object.values(there.rows).flat().length)
  })

  test('is refused where there are data', async () => {
    await aCampaignIn(site.foldersOf('here').data)
    await moveDatabase(here.url, site.other)
    await expect(moveDatabase(here.url, site.other)).rejects.toThrow(
      'There are data in this database',
    )
  })
})

import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { readAuditCheckpoints } from '#lib/audit/audit-checkpoints.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { verifyAuditLog } from '#lib/audit/verify-audit-log.ts'
import { migrationNames } from '#lib/database/migration-files.ts'
import { applyMigrations } from '#lib/database/migrations.ts'
import { anotherDatabase } from '../../support/database/another-database.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { wholeDatabase } from '../../support/database/whole-database.ts'
import { aTransport, passTime, sendDueMails } from '../../support/fakes/transport.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { amina, camille } from '../../support/people/signatories.ts'
import {
  aCampaignIn,
  aSiteToBackUp,
  here,
  LOCK,
  SECRETS,
  SITE,
  SOMEBODY,
} from '../../support/site/site-to-back-up.ts'

let site: Awaited<ReturnType<typeof aSiteToBackUp>>

beforeEach(async () => {
  site = await aSiteToBackUp()
})

describe('a campaign is put back', () => {
  test('whole, for whoever has the age key, and its audit log verifies', async () => {
    await aCampaignIn(site.foldersOf('here').data)
    await site.backUp()
    expect(await site.restore(site.other)).toEqual(SECRETS)
    expect(await wholeDatabase(site.other.url)).toEqual(await wholeDatabase(here.url))
    const heads = readAuditCheckpoints(site.foldersOf('there').data)
    expect(heads).toHaveLength(1)
    expect(await verifyAuditLog(site.other.url, heads)).toMatchObject({
      outcome: 'intact',
      records: 2,
    })
  })

  test('with its words, and its variables beside the data, where they change nothing', async () => {
    site.write('there/site/content/campaign.yaml', 'another campaign')
    site.write('there/site/content/left-over.md', 'of another campaign')
    await site.backUp()
    await site.restore(site.other)
    const modeOf = (file: string) => statSync(join(site.folder, 'there', file)).mode & 0o777
    const there = (file: string) => readFileSync(join(site.folder, 'there', file), 'utf8')
    expect(there('site/content/letter/fr.md')).toBe(SITE['site/content/letter/fr.md'])
    expect(there('site/locales/fr.json')).toBe(SITE['site/locales/fr.json'])
    expect(modeOf('site/content/letter/fr.md')).toBe(0o644)
    expect(modeOf('data/restored/.env')).toBe(0o600)
    expect(() => there('site/content/left-over.md')).toThrow('ENOENT')
    expect(there('data/words-before-restore/content/left-over.md')).toBe('of another campaign')
    expect(() => there('site/.env')).toThrow('ENOENT')
    expect(there('data/restored/.env')).toBe(SITE['site/.env'])
  })

  test('and goes on: the next signature has the next number, and the next act follows the last', async () => {
    await aCampaignIn(site.foldersOf('here').data)
    await site.backUp()
    const before = await wholeDatabase(here.url)
    await emptyDatabase()
    await site.restore(here)
    expect(await wholeDatabase(here.url)).toEqual(before)
    await signLetter(amina)
    await recordAuditEvent({ by: SOMEBODY, kind: 'signed-out' })
    expect(await verifyAuditLog(here.url, [])).toMatchObject({ outcome: 'intact', records: 3 })
  })

  test('a mail that was under way goes again as the same mail, for the provider to see', async () => {
    await signLetter(camille)
    const keys: string[] = []
    const loses = aTransport(batch => {
      keys.push(batch.id)
      return new Promise(() => {})
    })
    sendDueMails(loses)
    await expect.poll(() => keys).toHaveLength(1)
    await site.backUp()
    await emptyDatabase()
    await site.restore(here)
    await passTime()
    sendDueMails(loses)
    await expect.poll(() => keys).toHaveLength(2)
    expect(keys[1]).toBe(keys[0])
  })

  test('of the version before: what has changed since is done to its tables', async () => {
    const newest = migrationNames()
    const before = await anotherDatabase()
    await applyMigrations(before.url, before.applicationUrl, newest.slice(0, -1))
    await site.backUp(LOCK, before.url)
    await site.restore(site.other)
    expect((await wholeDatabase(site.other.url)).migrations).toEqual(newest)
    await before.drop()
  })
})

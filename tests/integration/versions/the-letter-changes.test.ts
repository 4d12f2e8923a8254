import { beforeEach, describe, expect, test } from 'vitest'
import { letterVersion } from '#lib/content/letter-version.ts'
import { database } from '#lib/database/client.ts'
import { askToReconfirm } from '#lib/signatures/reconfirmation-mails.ts'
import { forgetTally, readTally } from '#lib/signatures/tally.ts'
import { ensurePublished } from '#lib/versions/ensure-published.ts'
import { readHistory } from '#lib/versions/history.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aPendingSignature, aSignature } from '../../support/people/factories/signature.ts'
import { aCampaign } from '../../support/site/letters.ts'
import { addThirdLanguage } from '../../support/site/third-language/add-language.ts'

beforeEach(async () => {
  await emptyDatabase()
  forgetTally()
})

const published = async () =>
  (await readHistory()).map(({ language, level }) => `${language} ${level}`)

const count = async () => {
  forgetTally()
  const { asOf, ...counts } = await readTally(0)
  return counts
}

describe('before anybody has signed', () => {
  test('the first start publishes every language, with the very text that its hash is of', async () => {
    const { root, versionOf } = aCampaign()
    await ensurePublished(root)
    expect(await published()).toEqual(['fr first', 'en first'])
    for (const { language, version, ...text } of await readHistory()) {
      expect(version).toBe(versionOf(language))
      expect(letterVersion(text)).toBe(version)
    }
  })

  test('the letter may change as often as it likes: it is the first version again', async () => {
    const { root, change } = aCampaign()
    await ensurePublished(root)
    const version = change('fr')
    await ensurePublished(root)
    expect(await published()).toEqual(['en first', 'fr first'])
    expect((await readHistory()).map(each => each.version)).toContain(version)
  })

  test('starting again, ten times at once too, publishes nothing twice', async () => {
    const { root } = aCampaign()
    await Promise.all(Array.from({ length: 10 }, () => ensurePublished(root)))
    expect(await published()).toEqual(['fr first', 'en first'])
  })
})

describe('once somebody has signed', () => {
  test('a changed letter is not served: the file, the command', async () => {
    const { root, change, versionOf } = aCampaign()
    await ensurePublished(root)
    await insertSignatures(database, [aPendingSignature({ letterVersion: versionOf('fr') })])
    const before = versionOf('en').slice(0, 12)
    change('en')
    await expect(ensurePublished(root)).rejects.toThrow(
      `content/letter/en.md is no longer the text that people signed (version ${before}). ` +
        'Say what the change is: npm run letter -- publish',
    )
    expect(await published()).toEqual(['fr first', 'en first'])
  })

  test('a language that is added by files alone is no change', async () => {
    const { root } = aCampaign()
    await ensurePublished(root)
    await insertSignatures(database, [aSignature()])
    addThirdLanguage(root)
    await ensurePublished(root)
    expect(await published()).toEqual(['fr first', 'en first', 'ar first'])
  })

  test('nothing changed: nothing is published', async () => {
    const { root, publish } = aCampaign()
    await ensurePublished(root)
    await insertSignatures(database, [aSignature()])
    expect(await publish({ fr: 'material', en: 'material' })).toEqual({
      outcome: 'nothing-changed',
    })
    expect(await published()).toHaveLength(2)
  })

  test('a correction carries every signature over, and asks nobody', async () => {
    const { root, change, publish, versionOf } = aCampaign()
    await ensurePublished(root)
    await insertSignatures(database, [aSignature({ letterVersion: versionOf('fr') })])
    change('fr')
    expect(await publish({ fr: 'correction' })).toMatchObject({
      outcome: 'published',
      texts: [{ file: 'content/letter/fr.md', version: versionOf('fr') }],
    })
    await ensurePublished(root)
    expect(await published()).toEqual(['fr first', 'en first', 'fr correction'])
    expect(await askToReconfirm()).toBe(0)
    expect(await count()).toEqual({ signatures: 1, individuals: 1, organisations: 0, countries: 1 })
  })

  test('a material change keeps signatures with their text, counted apart by its day', async () => {
    const { root, change, publish, versionOf } = aCampaign()
    await publish({}, new Date('2026-05-26T10:00:00Z'))
    const [french, english] = [versionOf('fr'), versionOf('en')]
    change('fr')
    await publish({ fr: 'correction' }, new Date('2026-05-28T10:00:00Z'))
    const corrected = versionOf('fr')
    const changed = change('fr', 'And another.')
    await publish({ fr: 'material' }, new Date('2026-06-01T10:00:00Z'))
    await insertSignatures(database, [
      aSignature({ letterVersion: french, country: 'MA' }),
      aSignature({ letterVersion: corrected, country: 'BE' }),
      aSignature({ letterVersion: changed, country: 'FR' }),
      aSignature({ letterVersion: english, locale: 'en', country: 'GB' }),
    ])
    expect(await count()).toEqual({
      signatures: 4,
      individuals: 4,
      organisations: 0,
      countries: 4,
      currentVersion: { signatures: 2, individuals: 2, organisations: 0, countries: 2 },
      earlierVersions: [{ publishedOn: '2026-05-26', signatures: 2 }],
    })
    await ensurePublished(root)
  })

  test('two who publish at once publish one version', async () => {
    const { root, change, publish } = aCampaign()
    await ensurePublished(root)
    await insertSignatures(database, [aSignature()])
    change('fr')
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => publish({ fr: 'correction' })),
    )
    expect(outcomes.filter(({ outcome }) => outcome === 'published')).toHaveLength(1)
    expect(await published()).toEqual(['fr first', 'en first', 'fr correction'])
  })
})

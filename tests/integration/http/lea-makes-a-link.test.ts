import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '#lib/content/languages.ts'
import { database } from '#lib/database/client.ts'
import { setGoal } from '#lib/signatures/set-goal.ts'
import { readMessages } from '#lib/text/messages.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { signInByRows } from '../../support/people/organiser-session.ts'
import { anOrganiser } from '../../support/people/organisers.ts'
import { type RunningSite, SITE_URL, startRunningSite } from '../../support/site/running-site.ts'

let site: RunningSite
let cookie: string

beforeAll(async () => {
  await emptyDatabase()
  await insertSignatures(database, [aSignature({ cameFrom: 'affiche-rouen' })])
  await setGoal(await anOrganiser('Lucie', 'owner'), '1234')
  const value = await signInByRows((sql, ...values) => database.$queryRawUnsafe(sql, ...values), {
    role: 'viewer',
  })
  cookie = `__Host-organiser=${value}; organiser=${value}`
  site = await startRunningSite()
})
afterAll(() => site.stop())

describe.each(languages())('in %s', locale => {
  const { links: words } = readMessages(locale).organisers
  const make = (name: string) =>
    site.ask(`/${locale}/organisers/links?name=${encodeURIComponent(name)}`, {
      headers: { cookie },
    })

  test('a name becomes a link in each language, with its code and what it brought so far', async () => {
    const { body } = await make('Affiche Rouen')
    for (const language of languages()) {
      expect(body).toContain(`href="${SITE_URL}/${language}?from=affiche-rouen"`)
      expect(body).toContain(`download="affiche-rouen-${language}.svg"`)
    }
    expect(body).toMatch(/affiche-rouen[^<]*1 signature|affiche-rouen[^<]*one signature/)
  })

  test('of which nothing is left, it says so', async () => {
    const { body } = await make('…')
    expect(body).toContain(words.nothing)
    expect(body).not.toContain('?from=')
  })

  test('the goal that Lucie set stands with the tally, and for the script that counts on', async () => {
    const { body } = await site.ask(`/${locale}`)
    expect(body).toContain(new Intl.NumberFormat(locale).format(1234))
    expect(body).toContain('&quot;ownGoal&quot;:1234')
  })
})

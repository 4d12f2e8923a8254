import { NAVIGATION } from '../../app/[locale]/organisers/navigation.ts'
import { expectNoBarriers } from '../support/checks/accessibility.ts'
import { expectToTakeLargeText } from '../support/checks/reflow.ts'
import { test } from '../support/pages/browser-test.ts'
import { SETTINGS_PAGES } from '../support/pages/console-pages.ts'
import { enterConsole } from '../support/pages/organisers.ts'
import { aSignature } from '../support/people/factories/signature.ts'

test.use({ cookiesLeft: ['organiser'] })

const LONGEST = aSignature({
  name: 'Marie-Antoinette de la Rochefoucauld-Montmorency-Luxembourg d’Aubigné',
  email: 'marie-antoinette.de-la-rochefoucauld@hopitaux-universitaires-du-nord-ouest.example',
  organisation: 'Groupement des établissements publics de santé du Vexin-Val-d’Oise',
})

/** Pages below the sections of the console. */
const BEHIND = [
  'signatures/trending',
  'signatures/bulk',
  `signatures/${LONGEST.id}`,
  'account',
  'paper/sheet',
  ...SETTINGS_PAGES.map(page => `settings/${page}`),
]

test('every console page of a campaign at work breaks no rule of accessibility, by day and by night, and takes text twice as large', async ({
  page,
  site,
}) => {
  test.slow()
  await site.runCommand('seed.ts', '--signatures', '2000')
  await site.database.insert([LONGEST])
  await enterConsole(page, site, 'fr')
  for (const { path } of NAVIGATION) {
    await page.goto(`/fr${path}`)
    await expectNoBarriers(page, path)
    await expectToTakeLargeText(page, path)
  }
  for (const path of BEHIND) {
    await page.goto(`/fr/organisers/${path}`)
    await expectToTakeLargeText(page, path)
  }
})

import { ROOMS } from '../../app/[locale]/organisers/rooms.ts'
import { expectNoBarriers } from '../support/accessibility.ts'
import { test } from '../support/browser-test.ts'
import { enterOrganisersRoom } from '../support/journey-organisers.ts'

test.use({ cookiesLeft: ['organiser'] })

test('every room of a campaign at work breaks no rule of accessibility, by day and by night', async ({
  page,
  site,
}) => {
  test.slow()
  await site.runCommand('seed.ts', '--signatures', '2000')
  await enterOrganisersRoom(page, site, 'fr')
  for (const { path } of ROOMS) {
    await page.goto(`/fr${path}`)
    await expectNoBarriers(page, path)
  }
})

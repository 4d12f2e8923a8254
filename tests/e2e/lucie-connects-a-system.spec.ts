import { readMessages } from '#lib/text/messages.ts'
import { expectNoBarriers } from '../support/checks/accessibility.ts'
import {
  startWebhookReceiver,
  type WebhookReceiver,
} from '../support/fakes/fake-webhook-receiver.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { CAMILLE, linkIn, mailTo, sign } from '../support/pages/journey.ts'
import { enterConsole } from '../support/pages/organisers.ts'
import { confirm } from '../support/pages/self-service.ts'

const { webhooks: words } = readMessages('fr').organisers

let receiver: WebhookReceiver

test.use({ javaScriptEnabled: false, cookiesLeft: ['organiser'] })

test.beforeEach(async () => {
  receiver = await startWebhookReceiver()
})
test.afterEach(() => receiver.stop())

test('Lucie connects her association’s system, tries it, and it learns of Camille', async ({
  page,
  site,
  browser,
}) => {
  await enterConsole(page, site, 'fr')
  await page.goto('/fr/organisers/webhooks')
  const address = page.getByRole('textbox', { name: words.add.label })
  await address.fill('http://10.0.0.1/crm')
  await page.getByRole('button', { name: words.add.button, exact: true }).click()
  await expect(page.getByText(words.faults['not-https'])).toBeVisible()
  await address.fill(receiver.url)
  await page.getByRole('button', { name: words.add.button, exact: true }).click()
  receiver.secret = (await page.getByText(/^whsec_/).textContent()) ?? ''

  await page.goto('/fr/organisers/webhooks')
  await expect(page.getByText(/^whsec_/)).toHaveCount(0)
  await page.getByRole('button', { name: words.test }).click()
  await expect(page.getByRole('status')).toHaveText(words.outcomes.arrived)
  await sign(page, CAMILLE)
  await confirm(page, 'fr', linkIn(await mailTo(site, CAMILLE.email)))
  await expect
    .poll(() => receiver.received.map(({ type }) => type))
    .toEqual(['test', 'signature.confirmed'])

  // The rules of accessibility are tried by a script: the same visitor, in a browser that runs some.
  const storageState = await page.context().storageState()
  const withScripts = { baseURL: site.url, storageState, javaScriptEnabled: true }
  const looking = await (await browser.newContext(withScripts)).newPage()
  await looking.goto('/fr/organisers/webhooks')
  await expect(looking.getByRole('table')).toContainText(words.log.events.confirmed)
  await expectNoBarriers(looking)
  await looking.getByRole('textbox', { name: words.add.label }).fill(`${receiver.url}/second`)
  await looking.getByRole('button', { name: words.add.button, exact: true }).click()
  await expect(looking.getByText(/^whsec_/)).toBeVisible()
  await expect(looking.getByRole('listitem').filter({ hasText: '/second' })).toBeVisible()
  await looking.context().close()
})

import type { Page } from '@playwright/test'
import { readMessages } from '#lib/text/messages.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { fillForm, LANGUAGES, linkIn, listNow, mailTo, send } from '../support/pages/journey.ts'
import { aCrowd } from '../support/people/factories/crowd.ts'
import { anOrganisationSignature, aSignature } from '../support/people/factories/signature.ts'

const CROWD = 180
const HOSTILE = '<img src=x onerror=alert(1)>'
const HOSTILE_TEXTS = [HOSTILE, '</script><b>', '{{7*7}}', '"; a,b']

for (const language of LANGUAGES) {
  const { signatories: words } = readMessages(language)

  for (const javaScriptEnabled of [true, false]) {
    test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
      test.use({ javaScriptEnabled })

      test('finds a name without its accents, narrows and clears', async ({ page, site }) => {
        await site.database.insert([
          aSignature({ name: 'Zoé Lefèvre', country: 'BE', category: 'research' }),
          aSignature({ name: 'Jiří Dvořák', country: 'CZ' }),
          anOrganisationSignature({ organisation: 'Hôpital Zoé', country: 'BE' }),
          aSignature({ name: 'Zoé Cachée', isPublic: false }),
        ])
        await page.goto(listNow(language))
        const names = page.getByRole('list', { name: words.list }).getByRole('listitem')
        await expect(names).toHaveCount(3)
        await page.getByRole('searchbox', { name: words.search }).fill('ZOE')
        await page.getByRole('button', { name: words.apply }).click()
        await expect(names).toHaveCount(2)

        await page.getByText(words.more).click()
        await page.getByRole('combobox', { name: words.kind }).selectOption('individual')
        await page.getByRole('combobox', { name: words.country }).selectOption('BE')
        await page.getByRole('combobox', { name: words.category }).selectOption('research')
        await page.getByRole('button', { name: words.apply }).click()
        await expect(names).toHaveCount(1)
        await expect(names).toContainText('Zoé Lefèvre')
        await expect(page.getByRole('combobox', { name: words.country })).toHaveValue('BE')
        await expect(page.getByRole('searchbox', { name: words.search })).toHaveValue('ZOE')

        await page.getByRole('combobox', { name: words.country }).selectOption('CZ')
        await page.getByRole('button', { name: words.apply }).click()
        await expect(page.getByText(words.empty)).toBeVisible()
        await page.getByRole('link', { name: words.clear }).click()
        await expect(names).toHaveCount(3)
      })

      test('pages through everybody, newest first, nobody twice', async ({ page, site }) => {
        await site.database.insert(aCrowd(CROWD, { isPublic: true }))
        await page.goto(listNow(language))
        const next = page.getByRole('link', { name: words.next })
        const times = await timesOf(page)
        while (await next.isVisible()) {
          const before = page.url()
          await next.click()
          await expect(page).not.toHaveURL(before)
          times.push(...(await timesOf(page)))
        }
        expect(times).toHaveLength(CROWD)
        expect(new Set(times).size).toBe(CROWD)
        expect(times).toEqual(times.toSorted().toReversed())
        await page.getByRole('link', { name: words.newest }).click()
        await expect(page).toHaveURL(`/${language}/signatories`)
      })
    })
  }

  test(`${language}: an empty list says so`, async ({ page }) => {
    await page.goto(listNow(language))
    await expect(page.getByText(words.emptyList)).toBeVisible()
  })

  test(`${language}: hostile texts are texts on the list`, async ({ page, site }) => {
    await site.database.insert(
      HOSTILE_TEXTS.map(text =>
        anOrganisationSignature({ name: text, organisation: text, role: text }),
      ),
    )
    await page.goto(listNow(language))
    for (const text of HOSTILE_TEXTS) {
      await expect(page.locator('bdi').getByText(text, { exact: true }).first()).toBeVisible()
    }
    await expect(page.locator('main img')).toHaveCount(0)
    await page.goto(`/${language}/signatories?q=${encodeURIComponent(HOSTILE)}`)
    await expect(page.getByRole('searchbox', { name: words.search })).toHaveValue(HOSTILE)
  })

  test(`${language}: a hostile name is text in the mail, on the mailbox and on its page`, async ({
    page,
    site,
  }) => {
    const email = 'hostile@example.org'
    const { form } = readMessages(language)
    await page.goto(`/${language}`)
    await fillForm(page, { name: HOSTILE, email, language })
    await page.getByText(form.more).click()
    await page.getByLabel(form.statement.label).fill('</script>{{7*7}}')
    await send(page, language)

    const mail = await mailTo(site, email)
    expect(mail.text).toContain(HOSTILE)
    expect(mail.html).not.toContain('<img')
    await page.goto(linkIn(mail))
    await expect(page.getByRole('main')).toContainText(HOSTILE)
    await expect(page.getByRole('main')).toContainText('</script>{{7*7}}')
    await page.goto(`${site.mailbox}/${mail.id}`)
    await expect(page.frameLocator('iframe').locator('body')).toContainText(HOSTILE)
  })
}

function timesOf(page: Page) {
  return page
    .locator('main li time')
    .evaluateAll(all => all.map(time => time.getAttribute('datetime') ?? ''))
}

import { readCampaign } from '#lib/content/campaign.ts'
import { readLetter } from '#lib/content/letter.ts'
import { readPage } from '#lib/content/page.ts'
import { readMessages } from '#lib/text/messages.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { LANGUAGES } from '../support/pages/journey.ts'

const ASKED_FOR: [string | undefined, string][] = [
  ['en-GB,en;q=0.9', '/en'],
  ['fr-CA', '/fr'],
  ['de, en;q=0.5, fr;q=0.4', '/en'],
  ['en;q=0, fr;q=0.1', '/fr'],
  ['xx', '/fr'],
  ['\u00ff;;q=9,,-', '/fr'],
  ['', '/fr'],
]

for (const [asked, place] of ASKED_FOR) {
  test(`/ leads who asks for "${asked}" to ${place}`, async ({ request }) => {
    const answer = await request.get('/', {
      headers: { 'Accept-Language': asked ?? '' },
      maxRedirects: 0,
    })
    expect(answer.status()).toBe(307)
    expect(answer.headers().location).toBe(place)
    expect(answer.headers().vary).toContain('Accept-Language')
  })
}

for (const language of LANGUAGES) {
  const other = language === 'fr' ? 'en' : 'fr'
  const words = readMessages(language)
  const privacy = readPage('privacy', language)
  const siteName = readCampaign(language).mailSender
  const pages = [
    { path: '', ...readLetter(language) },
    { path: '/signatories', title: words.signatories.title, description: words.signatories.lead },
    { path: '/privacy', title: privacy.title, description: privacy.description },
    { path: '/statements', title: words.statements.title, description: words.statements.lead },
  ]

  for (const { path, title, description } of pages) {
    test(`/${language}${path} says in its head what it is and where it is in French and English`, async ({
      page,
      site,
    }) => {
      await page.goto(`/${language}${path}`)
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await expect(page).toHaveTitle(path ? `${title} – ${siteName}` : title)
      const head = page.locator('head')
      await expect(head.locator('meta[name=description]')).toHaveAttribute('content', description)
      await expect(head.locator('link[rel=canonical]')).toHaveAttribute(
        'href',
        `${site.url}/${language}${path}`,
      )
      const alternate = (code: string) => head.locator(`link[rel=alternate][hreflang=${code}]`)
      await expect(alternate('fr')).toHaveAttribute('href', `${site.url}/fr${path}`)
      await expect(alternate('en')).toHaveAttribute('href', `${site.url}/en${path}`)
      await expect(alternate('x-default')).toHaveAttribute('href', `${site.url}/fr${path}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    })
  }

  const places = [
    '/privacy',
    '/sign/check-your-mail',
    '/confirm/not-valid',
    '/my-signature',
    '/signatories?q=a+b&kind=individual&category=health-care&country=FR',
  ]
  for (const place of places) {
    test(`/${language}${place}: the language switch keeps the place`, async ({ page }) => {
      await page.goto(`/${language}${place}`)
      await page.getByRole('link', { name: readMessages(other).site.languageName }).click()
      await expect(page).toHaveURL(`/${other}${place}`)
      await expect(page.locator('html')).toHaveAttribute('lang', other)
    })
  }

  test(`/${language}/no-such-page: not found, said in that language`, async ({ page }) => {
    const answer = await page.goto(`/${language}/no-such-page`)
    expect(answer?.status()).toBe(404)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page).toHaveTitle(words.problems.notFound.title)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.problems.notFound.title)
    await page.getByRole('main').getByRole('link', { name: words.problems.back }).click()
    await expect(page).toHaveURL(`/${language}`)
  })
}

for (const path of ['/de', '/fr-', '/..%2f', '/%E2%80%AE']) {
  test(`${path}: not found, said in every language of the site`, async ({ page }) => {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(404)
    for (const language of LANGUAGES) {
      await expect(page.locator(`div[lang=${language}] h1`)).toHaveText(
        readMessages(language).problems.notFound.title,
      )
    }
    await expect(page).toHaveTitle(/Cette page n’existe pas/)
  })
}

const BELOW_UNKNOWN_LANGUAGE = [
  'signatories',
  'confirm',
  'confirm/confirmed',
  'my-signature',
  'my-signature/sent',
  'my-signature/open?token=x',
  'not-me?token=x',
  'not-me/erased',
  'signatories/report',
  'signatories/report/thanks',
  'statements',
  'organisers',
  'organisers/sign-in',
  'extend?token=x',
  `versions/${readLetter('fr').version}`,
  'x/y',
]

for (const path of BELOW_UNKNOWN_LANGUAGE.map(place => `/de/${place}`)) {
  test(`${path}: not found, said in a language of the site`, async ({ page }) => {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText(
      readMessages('fr').problems.notFound.title,
    )
  })
}

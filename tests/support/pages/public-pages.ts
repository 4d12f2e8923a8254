import { createHmac } from 'node:crypto'
import type { Page } from '@playwright/test'
import { pageNames } from '#lib/content/page.ts'
import { contentNewsSlugs } from '#lib/news/content-news.ts'
import { readMessages } from '#lib/text/messages.ts'
import { aCrowd } from '../people/factories/crowd.ts'
import type { Site } from '../site/browser-site.ts'
import { TEST_SETTINGS } from '../site/settings.ts'
import { expect } from './browser-test.ts'
import { type Language, linkIn, mailTo, send } from './journey.ts'
import { at, type PageState } from './page-state.ts'

/** Every page of reading and signing in every state that looks different. */
export const PAGE_STATES: PageState[] = [
  at('letter', ''),
  { name: 'letter-with-errors', path: '', open: openWithErrors },
  { name: 'letter-refused', path: '/sign/again', open: openRefused('') },
  { name: 'letter-for-an-organisation', path: '', open: openForOrganisation },
  at('check-your-mail', '/sign/check-your-mail'),
  at('check-mistaken-mail', '/sign/check-your-mail/gmial.com'),
  at('check-your-mail-again', '/sign/check-your-mail/again'),
  { name: 'confirm', path: '/confirm', open: openConfirm },
  { name: 'confirm-several', path: '/confirm', open: openConfirmSeveral },
  at('confirmed', '/confirm/confirmed'),
  at('already-confirmed', '/confirm/already-confirmed'),
  at('confirmed-before', '/confirm/confirmed-before'),
  at('next-step', '/next-step'),
  at('not-valid', '/confirm/not-valid'),
  at('confirm-closed', '/confirm/closed'),
  at('signatories-empty', '/signatories'),
  aList('signatories', ''),
  aList('signatories-filtered', '?q=a&country=FR'),
  aList('signatories-no-match', '?q=zzzz'),
  at('news', '/news'),
  at('news-item', `/news/${contentNewsSlugs()[0]}`),
  ...pageNames().map(name => at(name, `/${name}`)),
  at('open-data', '/open-data'),
  at('spread', '/spread'),
  at('verify', '/verify'),
  at('embed', '/embed'),
  at('embed-form', '/embed/form'),
  {
    name: 'embed-form-refused',
    path: '/embed/form/again',
    open: openRefused('/embed/form'),
  },
  at('embed-sent', '/embed/sent'),
  { name: 'unsubscribe', path: '/unsubscribe', open: openUnsubscribe },
  at('unsubscribed', '/unsubscribe/done'),
  at('unsubscribe-not-valid', '/unsubscribe/not-valid'),
  at('stopped', '/stopped'),
  at('forbidden', '/forbidden'),
  at('offline', '/offline'),
  {
    name: 'not-found',
    path: '/missing',
    open: (page, language) => page.goto(`/${language}/no-such-page`),
  },
  { name: 'not-found-anywhere', path: '', open: page => page.goto('/de') },
]

function aList(name: string, query: string): PageState {
  const path = '/signatories'
  return { name, path, open: (...where) => openList(query, ...where) }
}

async function openWithErrors(page: Page, language: Language) {
  const { form } = readMessages(language)
  await page.goto(`/${language}`)
  await page.getByRole('radio', { name: form.kind.organisation }).check()
  await send(page, language)
  await expect(page.getByRole('alert').filter({ hasText: form.summary })).toBeFocused()
}

/** The page of a form that the browser sent by itself, as it does without our script. */
function openRefused(path: string) {
  return async (page: Page, language: Language) => {
    await page.goto(`/${language}${path}`)
    await page.locator('#sign-name').evaluate(input => (input as HTMLInputElement).form?.submit())
    await expect(page.getByRole('alert')).toContainText(readMessages(language).form.summary)
  }
}

async function openForOrganisation(page: Page, language: Language) {
  const { form } = readMessages(language)
  await page.goto(`/${language}#sign`)
  await page.getByRole('radio', { name: form.kind.organisation }).check()
  await expect(page.getByRole('textbox', { name: form.organisation.label })).toBeVisible()
}

async function openConfirm(page: Page, language: Language, site: Site) {
  await page.goto(await linkTo(page, language, site, { statement: STATEMENT }))
}

/** Two forms wait for one address. */
async function openConfirmSeveral(page: Page, language: Language, site: Site) {
  const email = `several.${language}@example.org`
  await linkTo(page, language, site, { email, statement: STATEMENT, capacity: 'official' })
  await page.goto(await linkTo(page, language, site, { email, public: false }))
  await expect(page.getByRole('radio')).toHaveCount(2)
}

const STATEMENT = 'Parce qu’un hôpital n’est pas une cible.\nJamais.'

async function linkTo(
  page: Page,
  language: Language,
  site: Site,
  { email = `${language}@example.org`, ...given }: Record<string, string | boolean>,
) {
  const answer = await page.request.post('/api/signatures', {
    data: {
      name: 'Nguyễn Thị Minh Khai de la Tour-d’Auvergne',
      email,
      consent: true,
      public: true,
      organisation: 'Centre hospitalier universitaire',
      role: 'Infirmière',
      country: 'VN',
      category: 'health-care',
      locale: language,
      ...given,
    },
  })
  expect(answer.status()).toBe(202)
  return linkIn(await mailTo(site, String(email)))
}

async function openList(query: string, page: Page, language: Language, site: Site) {
  await site.database.insert(aCrowd(60))
  await page.goto(`/${language}/signatories${query}`)
}

/** As the last link of a message does (lib/signatures/unsubscribe-link.ts). */
async function openUnsubscribe(page: Page, language: Language) {
  const id = crypto.randomUUID()
  const token = createHmac('sha256', TEST_SETTINGS.APP_SECRET)
    .update(`token:unsubscribe:${id}`)
    .digest('base64url')
  await page.goto(`/${language}/unsubscribe?id=${id}&token=${token}`)
}

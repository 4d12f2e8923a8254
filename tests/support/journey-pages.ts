import type { Page } from '@playwright/test'
import { pageNames } from '#lib/letter/page.ts'
import { contentNewsSlugs } from '#lib/news/content-news.ts'
import { readWords } from '#lib/words.ts'
import type { Site } from './browser-site.ts'
import { expect } from './browser-test.ts'
import { aCrowd } from './factories/crowd.ts'
import { type Language, linkIn, mailTo, send } from './journey.ts'

/** One page of the site in one state, and how a visitor comes to see it. */
export interface PageState {
  name: string
  open: (page: Page, language: Language, site: Site) => Promise<void>
}

/** Every page in every state that looks different. */
export const PAGE_STATES: PageState[] = [
  at('letter', ''),
  { name: 'letter-with-errors', open: openWithErrors },
  { name: 'letter-for-an-organisation', open: openForOrganisation },
  at('check-your-mail', '/sign/check-your-mail'),
  { name: 'confirm', open: openConfirm },
  at('confirmed', '/confirm/confirmed'),
  at('already-confirmed', '/confirm/already-confirmed'),
  at('not-valid', '/confirm/not-valid'),
  at('signatories-empty', '/signatories'),
  { name: 'signatories', open: (...where) => openList('', ...where) },
  { name: 'signatories-filtered', open: (...where) => openList('?q=a&country=FR', ...where) },
  { name: 'signatories-no-match', open: (...where) => openList('?q=zzzz', ...where) },
  at('news', '/news'),
  at('news-item', `/news/${contentNewsSlugs()[0]}`),
  ...pageNames().map(name => at(name, `/${name}`)),
  at('open-data', '/open-data'),
  at('stopped', '/stopped'),
  at('offline', '/offline'),
  at('not-found', '/no-such-page'),
  {
    name: 'not-found-anywhere',
    open: async page => {
      await page.goto('/de')
    },
  },
]

function at(name: string, path: string): PageState {
  return {
    name,
    open: async (page, language) => {
      await page.goto(`/${language}${path}`)
    },
  }
}

async function openWithErrors(page: Page, language: Language) {
  const { form } = readWords(language)
  await page.goto(`/${language}`)
  await page.getByRole('radio', { name: form.kind.organisation }).check()
  await send(page, language)
  await expect(page.getByRole('alert').filter({ hasText: form.summary })).toBeFocused()
}

async function openForOrganisation(page: Page, language: Language) {
  const { form } = readWords(language)
  await page.goto(`/${language}#sign`)
  await page.getByRole('radio', { name: form.kind.organisation }).check()
  await expect(page.getByRole('textbox', { name: form.organisation.label })).toBeVisible()
}

async function openConfirm(page: Page, language: Language, site: Site) {
  const email = `${language}@example.org`
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
      statement: 'Parce qu’un hôpital n’est pas une cible.\nJamais.',
      locale: language,
    },
  })
  expect(answer.status()).toBe(202)
  await page.goto(linkIn(await mailTo(site, email)))
}

async function openList(query: string, page: Page, language: Language, site: Site) {
  await site.database.insert(aCrowd(60))
  await page.goto(`/${language}/signatories${query}`)
}

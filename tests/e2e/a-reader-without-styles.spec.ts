import { readLetter } from '#lib/content/letter.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { LANGUAGES } from '../support/pages/journey.ts'
import { fillTheHouse } from '../support/site/full-house.ts'

const PAGES = [
  '',
  '/signatories',
  '/statements',
  '/news',
  '/press',
  '/spread',
  '/open-data',
  '/verify',
]

/** The end of one text in a line and the beginning of another, with nothing between them. */
const RUN_TOGETHER =
  /[^\s>(«“]<\/(?:span|bdi|time|a|strong)>(?:<!-- -->)?<(?:span|bdi|time|a|strong)\b[^>]*>[^\s<,;:.!?…)»”\u00a0\u202f][^<]*/g

test('in browsers of text, as in Lynx, no two texts run together', async ({ request, site }) => {
  await fillTheHouse(site, request, [...LANGUAGES])
  for (const language of LANGUAGES) {
    for (const path of PAGES) {
      const page = await (await request.get(`/${language}${path}`)).text()
      expect(page.match(RUN_TOGETHER) ?? [], `/${language}${path}`).toEqual([])
    }
    expect(await (await request.get(`/${language}`)).text()).toContain(readLetter(language).title)
  }
})

import sharp from 'sharp'
import { extractText } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readLetter } from '#lib/content/letter.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { type RunningSite, SITE_URL, startRunningSite } from '../../support/site/running-site.ts'

let site: RunningSite

beforeAll(async () => {
  await emptyDatabase()
  site = await startRunningSite()
})
afterAll(() => site.stop())

const bytes = async (path: string) => {
  const answer = await fetch(`${site.address}${path}`)
  return { answer, body: new Uint8Array(await answer.arrayBuffer()) }
}

describe.each(['fr', 'en'])('%s', language => {
  test('a link is shown with a picture of the size that services ask for', async () => {
    const { answer, body } = await bytes(`/${language}/social-image`)
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(await sharp(body).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
  })

  test('the poster holds the letter’s title and its address', async () => {
    const { body } = await bytes(`/${language}/poster.pdf`)
    const { text } = await extractText(body, { mergePages: true })
    expect(text.replace(/\s+/g, ' ')).toContain(readLetter(language).title.replace(/\s+/g, ' '))
    expect(text).toContain(new URL(SITE_URL).host)
  })

  test('the letter can be printed, and says on each page which version it is', async () => {
    const { answer, body } = await bytes(`/${language}/press/letter.pdf`)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    const { text, totalPages } = await extractText(body)
    const { title, version } = readLetter(language)
    expect(text.join(' ').replace(/\s+/g, ' ')).toContain(title.replace(/\s+/g, ' '))
    expect(text.filter(page => page.replace(/\s+/g, '').includes(version))).toHaveLength(totalPages)
  })

  test('news can be followed in a feed reader, as Atom and as JSON', async () => {
    const atom = await bytes(`/${language}/news/atom.xml`)
    expect(atom.answer.headers.get('content-type')).toContain('application/atom+xml')
    expect(Buffer.from(atom.body).toString()).toContain(`<id>${SITE_URL}/${language}/news/`)
    const json = await bytes(`/${language}/news/feed.json`)
    expect(json.answer.headers.get('access-control-allow-origin')).toBe('*')
    const feed = JSON.parse(Buffer.from(json.body).toString())
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1')
    expect(feed.items[0].url).toContain(`${SITE_URL}/${language}/news/`)
    const page = await bytes(`/${language}/news`)
    expect(Buffer.from(page.body).toString()).toContain(
      `href="${SITE_URL}/${language}/news/atom.xml"`,
    )
  })

  test('the badge and the frame may be used by other sites', async () => {
    for (const path of ['badge.svg', 'embed']) {
      const { answer } = await bytes(`/${language}/${path}`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    }
  })
})

test.each(['social-image', 'poster.pdf', 'press/letter.pdf', 'badge.svg', 'qr.svg', 'embed'])(
  'there is no %s in a language that is not spoken',
  async file => {
    expect((await bytes(`/xx/${file}`)).answer.status).toBe(404)
  },
)

test('search engines find every public page in every language, and no private one', async () => {
  const { body } = await bytes('/sitemap.xml')
  const pages = [
    ...Buffer.from(body)
      .toString()
      .matchAll(/<loc>([^<]+)<\/loc>/g),
  ].map(([, url]) => url ?? '')
  expect(pages).toContain(`${SITE_URL}/fr/signatories`)
  expect(pages).toContain(`${SITE_URL}/en`)
  expect(pages).toContain(`${SITE_URL}/en/news/2020-05-26-the-letter-is-out`)
  expect(pages.filter(url => /organisers|my-signature|confirm/.test(url))).toEqual([])
  for (const page of pages) {
    const { answer, body } = await bytes(new URL(page).pathname)
    expect({ page, status: answer.status }).toMatchObject({ status: 200 })
    expectToBeShownWell(page, Buffer.from(body).toString())
  }
})

test('who asks for an icon by its old name, for a tab or a home screen, gets one', async () => {
  const { answer } = await bytes('/favicon.ico')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/x-icon'])
  const { body } = await bytes('/apple-touch-icon.png')
  expect(await sharp(body).metadata()).toMatchObject({ format: 'png', width: 180, height: 180 })
})

/** What search engines and services that show links read of a page: whole, and about this very page. */
function expectToBeShownWell(page: string, html: string) {
  const content = (name: string) =>
    html.match(new RegExp(`<meta (?:property|name)="${name}" content="([^"]+)"`))?.[1]
  expect(html).toContain(`<link rel="canonical" href="${page}"/>`)
  for (const language of ['fr', 'en', 'x-default'])
    expect(html, page).toContain(`rel="alternate" hrefLang="${language}"`)
  expect(content('og:url'), page).toBe(page)
  expect(content('og:locale')).toMatch(/^(fr_FR|en_GB)$/)
  expect(content('og:image'), page).toMatch(/\/social-image$/)
  expect(content('twitter:card')).toBe('summary_large_image')
  for (const name of ['description', 'og:title', 'og:description', 'og:site_name', 'twitter:title'])
    expect(content(name), `${name} of ${page}`).toBeTruthy()
  for (const [, data = ''] of html.matchAll(
    /<script type="application\/ld\+json">(.*?)<\/script>/gs,
  ))
    expect(JSON.parse(data)).toMatchObject({ '@context': 'https://schema.org', '@id': page })
}

import { beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { listNews, readNews } from '#lib/news/list-news.ts'
import { moveNews } from '#lib/news/move-news.ts'
import { beginNews, discardNews, writeNews } from '#lib/news/write-news.ts'
import type { Organiser } from '#lib/organisers/organiser.ts'
import { AN_ANSWER } from '../../support/an-answer.ts'
import { emptyDatabase } from '../../support/database.ts'
import { anOrganiser } from '../../support/organisers.ts'

let lucie: Organiser
const SLUG = '2020-06-30-un-gouvernement-repond'

beforeEach(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'moderator')
})

test('news is seen when it is published, as it was then, and no longer once it is withdrawn', async () => {
  const id = await beginNews(lucie)
  expect(await moveNews(lucie, id, 'publish')).toEqual({ outcome: 'incomplete' })
  await writeNews(lucie, id, AN_ANSWER)
  expect(await readNews(SLUG, 'en')).toBeNull()
  expect(await moveNews(lucie, id, 'withdraw')).toEqual({ outcome: 'not-possible' })
  expect(await moveNews(lucie, id, 'publish')).toEqual({ outcome: 'published' })
  expect((await listNews('en'))[0]).toMatchObject({
    slug: SLUG,
    kind: 'answer',
    day: '2020-06-30',
    title: 'A government answers',
    summary: 'The minister read the whole letter.',
    answer: { country: 'CH', who: 'The minister', quote: 'We will act.' },
    path: `/en/news/${SLUG}`,
  })

  await writeNews(lucie, id, { ...AN_ANSWER, day: '2020-07-01', country: 'nowhere' })
  expect(await moveNews(lucie, id, 'publish')).toEqual({ outcome: 'incomplete' })
  expect(await readNews(SLUG, 'fr')).toMatchObject({ day: '2020-06-30' })
  await writeNews(lucie, id, { ...AN_ANSWER, day: '2020-07-01' })
  await moveNews(lucie, id, 'publish')
  expect(await readNews(SLUG, 'fr')).toMatchObject({ slug: SLUG, day: '2020-07-01' })

  expect(await discardNews(lucie, id)).toBe(false)
  expect(await moveNews(lucie, id, 'withdraw')).toEqual({ outcome: 'withdrawn' })
  expect(await readNews(SLUG, 'fr')).toBeNull()
  const deeds = await database.auditRecord.findMany({
    where: { subject: id },
    orderBy: { id: 'asc' },
  })
  expect(deeds.map(({ kind }) => kind).filter(kind => kind !== 'news-written')).toEqual([
    'news-begun',
    'news-published',
    'news-published',
    'news-withdrawn',
  ])
})

test('what is called the same on the same day has an address of its own', async () => {
  const ids = await Promise.all([beginNews(lucie), beginNews(lucie)])
  await Promise.all(ids.map(id => writeNews(lucie, id, AN_ANSWER)))
  await Promise.all(ids.map(id => moveNews(lucie, id, 'publish')))
  const slugs = (await listNews('fr')).map(({ slug }) => slug)
  expect(slugs).toEqual(expect.arrayContaining([SLUG, `${SLUG}-2`]))
})

test('whatever is sent as news is kept or left out, never thrown at', async () => {
  const id = await beginNews(lucie)
  for (const typed of [null, 'x', { texts: [1] }, { texts: { fr: { title: 'a\0\ud800' } } }]) {
    expect(await writeNews(lucie, id, typed)).toEqual({ outcome: 'written' })
    expect(await moveNews(lucie, id, 'publish')).toEqual({ outcome: 'incomplete' })
  }
  expect(await discardNews(lucie, id)).toBe(true)
  expect(await writeNews(lucie, id, AN_ANSWER)).toEqual({ outcome: 'unknown' })
})

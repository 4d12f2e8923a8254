import { beforeEach, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { database } from '#lib/database/client.ts'
import { listNews, readNews } from '#lib/news/list-news.ts'
import { moveNews } from '#lib/news/move-news.ts'
import { readWrittenNews } from '#lib/news/read-drafts.ts'
import type { NewsMove } from '#lib/news/states.ts'
import { beginNews, discardNews, writeNews } from '#lib/news/write-news.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { AN_ANSWER } from '../../support/people/government-answer.ts'
import { anOrganiser } from '../../support/people/organisers.ts'

let lucie: Organiser
const SLUG = '2020-06-30-un-gouvernement-repond'

beforeEach(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'moderator')
})

test('news is seen when it is published, as it was then, and no longer once it is withdrawn', async () => {
  const id = await beginNews(lucie)
  expect(await move(id, 'publish')).toEqual({ outcome: 'incomplete' })
  await writeNews(lucie, await revisionOf(id), AN_ANSWER)
  expect(await readNews(SLUG, 'en')).toBeNull()
  expect(await move(id, 'withdraw')).toEqual({ outcome: 'not-possible' })
  expect(await move(id, 'publish')).toEqual({ outcome: 'published' })
  expect((await listNews('en'))[0]).toMatchObject({
    slug: SLUG,
    kind: 'answer',
    day: '2020-06-30',
    title: 'A government answers',
    summary: 'The minister read the whole letter.',
    answer: { country: 'CH', who: 'The minister', quote: 'We will act.' },
    path: `/en/news/${SLUG}`,
  })

  await writeNews(lucie, await revisionOf(id), {
    ...AN_ANSWER,
    day: '2020-07-01',
    country: 'nowhere',
  })
  expect(await move(id, 'publish')).toEqual({ outcome: 'incomplete' })
  expect(await readNews(SLUG, 'fr')).toMatchObject({ day: '2020-06-30' })
  await writeNews(lucie, await revisionOf(id), { ...AN_ANSWER, day: '2020-07-01' })
  await move(id, 'publish')
  expect(await readNews(SLUG, 'fr')).toMatchObject({ slug: SLUG, day: '2020-07-01' })

  expect(await discardNews(lucie, id)).toBe(false)
  expect(await move(id, 'withdraw')).toEqual({ outcome: 'withdrawn' })
  expect(await readNews(SLUG, 'fr')).toBeNull()
  const events = await database.auditRecord.findMany({
    where: { subject: id },
    orderBy: { id: 'asc' },
  })
  expect(events.map(({ kind }) => kind).filter(kind => kind !== 'news-written')).toEqual([
    'news-begun',
    'news-published',
    'news-published',
    'news-withdrawn',
  ])
})

test('what another organiser has rewritten meanwhile is not published by who read it before', async () => {
  const karim = await anOrganiser('Karim', 'owner')
  const id = await beginNews(lucie)
  await writeNews(lucie, await revisionOf(id), AN_ANSWER)
  const read = await revisionOf(id)
  await writeNews(karim, read, { ...AN_ANSWER, day: '2020-07-01' })
  expect(await moveNews(lucie, read, 'publish')).toEqual({ outcome: 'changed' })
  expect(await listNews('fr')).not.toContainEqual(expect.objectContaining({ kind: 'answer' }))
  expect(await moveNews(karim, await revisionOf(id), 'publish')).toEqual({ outcome: 'published' })
  expect(await moveNews(lucie, read, 'withdraw')).toEqual({ outcome: 'withdrawn' })
})

test('nor is it written over by her: she is told who wrote, and then it is hers to decide', async () => {
  const karim = await anOrganiser('Karim', 'owner')
  const id = await beginNews(lucie)
  const read = await revisionOf(id)
  await writeNews(karim, read, AN_ANSWER)
  const hers = { ...AN_ANSWER, day: '2020-07-01' }
  expect(await writeNews(lucie, read, hers)).toEqual({ outcome: 'changed', by: karim.email })
  expect((await revisionOf(id)).revision.day).toBe(AN_ANSWER.day)
  expect(await writeNews(karim, read, AN_ANSWER)).toEqual({ outcome: 'written' })
  expect(await writeNews(lucie, await revisionOf(id), hers)).toEqual({ outcome: 'written' })
  expect((await revisionOf(id)).revision.day).toBe('2020-07-01')
})

test('what is called the same on the same day has an address of its own', async () => {
  const ids = await Promise.all([beginNews(lucie), beginNews(lucie)])
  await Promise.all(ids.map(async id => writeNews(lucie, await revisionOf(id), AN_ANSWER)))
  await Promise.all(ids.map(id => move(id, 'publish')))
  const slugs = (await listNews('fr')).map(({ slug }) => slug)
  expect(slugs).toEqual(expect.arrayContaining([SLUG, `${SLUG}-2`]))
})

test('whatever is sent as news is kept or left out, never thrown at', async () => {
  // Half past midnight where the campaign is.
  const id = await beginNews(lucie, new Date('2026-06-30T22:30:00Z'))
  expect((await readWrittenNews(id))?.revision.day).toBe('2026-07-01')
  for (const typed of [null, 'x', { texts: [1] }, { texts: { fr: { title: 'a\0\ud800' } } }]) {
    expect(await writeNews(lucie, await revisionOf(id), typed)).toEqual({ outcome: 'written' })
    expect(await move(id, 'publish')).toEqual({ outcome: 'incomplete' })
  }
  const read = await revisionOf(id)
  expect(await writeNews(lucie, { id, changedAt: 'yesterday' }, AN_ANSWER)).toMatchObject({
    outcome: 'changed',
  })
  expect(await discardNews(lucie, id)).toBe(true)
  expect(await writeNews(lucie, read, AN_ANSWER)).toEqual({ outcome: 'unknown' })
})

/** Lucie presses the button on a page that shows what is written now. */
async function move(id: string, name: NewsMove) {
  return moveNews(lucie, await revisionOf(id), name)
}

async function revisionOf(id: string) {
  const item = await readWrittenNews(id)
  if (!item) throw new Error('There is no such news.')
  return item
}

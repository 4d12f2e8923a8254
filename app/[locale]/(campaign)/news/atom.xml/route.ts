import { atomFeed } from '#lib/news/feeds.ts'
import { FEED_CACHE, readFeed } from '../read-feed.ts'

export const dynamic = 'force-dynamic'

/** The news for feed readers, as Atom. */
export async function GET(_request: Request, { params }: RouteContext<'/[locale]/news/atom.xml'>) {
  const feed = await readFeed((await params).locale, 'atom.xml')
  if (!feed) return new Response(null, { status: 404 })
  return new Response(atomFeed(feed), {
    headers: {
      'Content-Type': 'application/atom+xml; charset=utf-8',
      'Cache-Control': FEED_CACHE,
    },
  })
}

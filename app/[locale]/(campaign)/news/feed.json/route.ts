import { jsonFeed } from '#lib/news/feeds.ts'
import { FEED_CACHE, readFeed } from '../read-feed.ts'

export const dynamic = 'force-dynamic'

/** The news for feed readers, as JSON Feed. */
export async function GET(_request: Request, { params }: RouteContext<'/[locale]/news/feed.json'>) {
  const feed = await readFeed((await params).locale, 'feed.json')
  if (!feed) return new Response(null, { status: 404 })
  return Response.json(jsonFeed(feed), {
    headers: {
      'Content-Type': 'application/feed+json; charset=utf-8',
      'Cache-Control': FEED_CACHE,
    },
  })
}

// Shows the site's own page where there is no network. It keeps that page, its styles and nothing
// else: every other answer goes past it, and none that belongs to a person is ever stored.

const CACHE = 'offline-1'
const PAGE = new URL(location.href).searchParams.get('page')

addEventListener('install', event => {
  event.waitUntil(keepPage().then(() => skipWaiting()))
})

addEventListener('activate', event => {
  event.waitUntil(clients.claim())
})

addEventListener('fetch', event => {
  const { request } = event
  if (request.method !== 'GET') return
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => kept(PAGE)))
  if (request.destination === 'style') event.respondWith(fetch(request).catch(() => kept(request)))
})

async function keepPage() {
  const cache = await caches.open(CACHE)
  const answer = await fetch(PAGE, { credentials: 'omit' })
  const html = await answer.clone().text()
  const styles = html.match(/\/_next\/static\/[^"]+\.css/g) ?? []
  await cache.put(PAGE, answer)
  await cache.addAll([...new Set(styles)])
}

async function kept(what) {
  return (await caches.match(what, { ignoreVary: true })) ?? Response.error()
}

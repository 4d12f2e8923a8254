/**
 * How many steps of the path tell who it is, on hosts that many share. A step in `before` is only the
 * way there: facebook.com/groups/nurses is a group, facebook.com/nurses a page.
 */
type Sharing = { steps: number; before?: string[]; keepsCase?: true; query?: string }

const PAGE: Sharing = { steps: 1 }

/** Hosts of many, with those below them; what has a subdomain for each is in the Public Suffix List. */
const SHARED: Record<string, Sharing> = {
  'facebook.com': { steps: 1, before: ['groups', 'pages', 'pg', 'people', 'p'], query: 'id' },
  'fb.com': { steps: 1, before: ['groups', 'pages', 'pg', 'people', 'p'], query: 'id' },
  'fb.me': PAGE,
  'instagram.com': PAGE,
  'threads.net': PAGE,
  'threads.com': PAGE,
  'linkedin.com': { steps: 1, before: ['company', 'school', 'showcase', 'groups', 'in', 'pub'] },
  'twitter.com': PAGE,
  'x.com': PAGE,
  'bsky.app': { steps: 1, before: ['profile'] },
  'mastodon.social': PAGE,
  'piaille.fr': PAGE,
  'tiktok.com': PAGE,
  'youtube.com': { steps: 1, before: ['c', 'channel', 'user'], keepsCase: true },
  'vimeo.com': PAGE,
  'dailymotion.com': PAGE,
  'twitch.tv': PAGE,
  'pinterest.com': PAGE,
  'reddit.com': { steps: 1, before: ['r', 'user', 'u'] },
  'snapchat.com': { steps: 1, before: ['add'] },
  'vk.com': PAGE,
  'ok.ru': { steps: 1, before: ['group', 'profile'] },
  't.me': { steps: 1, keepsCase: true },
  'telegram.me': { steps: 1, keepsCase: true },
  'wa.me': PAGE,
  'discord.gg': { steps: 1, keepsCase: true },
  'discord.com': { steps: 1, before: ['invite'], keepsCase: true },
  'whatsapp.com': { steps: 1, before: ['channel'], keepsCase: true },
  'medium.com': PAGE,
  'substack.com': PAGE,
  'tumblr.com': PAGE,
  'wordpress.com': PAGE,
  'blogger.com': PAGE,
  'livejournal.com': PAGE,
  'canalblog.com': PAGE,
  'over-blog.com': PAGE,
  'skyrock.com': PAGE,
  'github.com': PAGE,
  'gitlab.com': PAGE,
  'codeberg.org': PAGE,
  'sites.google.com': { steps: 1, before: ['view', 'site', 'a'], keepsCase: true },
  'docs.google.com': {
    steps: 2,
    before: ['document', 'forms', 'spreadsheets', 'presentation'],
    keepsCase: true,
  },
  'drive.google.com': { steps: 2, before: ['drive', 'file'], keepsCase: true },
  'groups.google.com': { steps: 1, before: ['g'] },
  'google.com': { steps: 1, before: ['maps'], keepsCase: true },
  'goo.gl': { steps: 1, keepsCase: true },
  'bit.ly': { steps: 1, keepsCase: true },
  'linktr.ee': PAGE,
  'about.me': PAGE,
  'carrd.co': PAGE,
  'wix.com': PAGE,
  'weebly.com': PAGE,
  'squarespace.com': PAGE,
  'jimdo.com': PAGE,
  'jimdofree.com': PAGE,
  'jimdosite.com': PAGE,
  'e-monsite.com': PAGE,
  'webnode.com': PAGE,
  'webnode.fr': PAGE,
  'strikingly.com': PAGE,
  'yolasite.com': PAGE,
  'site123.me': PAGE,
  'notion.so': { steps: 1, keepsCase: true },
  'free.fr': PAGE,
  'orange.fr': PAGE,
  'pagesperso-orange.fr': PAGE,
  'monsite-orange.fr': PAGE,
  'wanadoo.fr': PAGE,
  'sfr.fr': PAGE,
  'chez.com': PAGE,
  'helloasso.com': { steps: 1, before: ['associations'] },
  'assoconnect.com': PAGE,
  'net1901.org': { steps: 1, before: ['association'] },
  'gofundme.com': { steps: 1, before: ['f'] },
  'leetchi.com': { steps: 1, before: ['c'] },
  'patreon.com': PAGE,
  'change.org': { steps: 1, before: ['p', 'o', 'u'] },
  'avaaz.org': PAGE,
  'meetup.com': PAGE,
  'eventbrite.com': { steps: 1, before: ['o', 'e'] },
  'wikipedia.org': { steps: 1, before: ['wiki'], keepsCase: true },
  'archive.org': { steps: 1, before: ['details'] },
}

/** Subdomains that are of everyone: none, for telephones, of a language, for personal pages. */
const SUBDOMAIN_OF_ALL = /^((www|m|mobile|perso|pages|pagesperso|assoc|[a-z]{2}(-[a-z]{2})?)\.)?$/

/** Whether a host is one of many that have nothing to do with one another. */
export function isSharedHost(host: string) {
  return sharedBy(host) !== undefined
}

/**
 * What of the path tells who it is, without its first slash; '' on a host of one, where a subdomain
 * tells already, and where nothing does.
 */
export function pathOfOne({ hostname, pathname, searchParams }: URL) {
  const shared = sharedBy(hostname)
  if (!shared || !SUBDOMAIN_OF_ALL.test(hostname.slice(0, -shared.domain.length))) return ''
  const { steps, before = [], keepsCase, query } = shared.sharing
  const id = query && searchParams.get(query)
  if (id && /^\w+$/.test(id)) return `profile.php?${query}=${id}`
  const path = pathname.split('/').filter(Boolean)
  const way = before.includes(path[0]?.toLowerCase() ?? '') ? 1 : 0
  const telling = path.slice(0, way + steps).join('/')
  return keepsCase ? telling : telling.toLowerCase()
}

function sharedBy(host: string) {
  const labels = host.split('.')
  const domains = labels.map((_, from) => labels.slice(from).join('.'))
  const domain = domains.find(each => Object.hasOwn(SHARED, each))
  const sharing = domain === undefined ? undefined : SHARED[domain]
  return domain !== undefined && sharing ? { domain, sharing } : undefined
}

/** A service that takes a text and an address from a plain link, without a script of theirs. */
export const SHARE_SERVICES = {
  whatsapp: { name: 'WhatsApp', href: both => `https://wa.me/?text=${both}` },
  telegram: {
    name: 'Telegram',
    href: (_both, url, text) => `https://t.me/share/url?url=${url}&text=${text}`,
  },
  // The text stands in the fragment: it stays in the reader's browser until she has chosen her server.
  mastodon: { name: 'Mastodon', href: both => `https://share.joinmastodon.org/#text=${both}` },
  bluesky: { name: 'Bluesky', href: both => `https://bsky.app/intent/compose?text=${both}` },
  linkedin: {
    name: 'LinkedIn',
    href: (_both, url) => `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
  },
  x: { name: 'X', href: (_both, url, text) => `https://x.com/intent/post?text=${text}&url=${url}` },
  facebook: {
    name: 'Facebook',
    href: (_both, url) => `https://www.facebook.com/sharer/sharer.php?u=${url}`,
  },
} satisfies Record<string, { name: string; href: Link }>

type Link = (both: string, url: string, text: string) => string

export type ShareService = keyof typeof SHARE_SERVICES

/** A link that opens a service with the letter's address and a text in it. */
export type ShareLink = { service: ShareService; name: string; href: string }

/**
 * The links of all services. The address that each carries says where people came from: a tag of our
 * own, never one of a person.
 * @param url absolute address of the letter in one language
 */
export function shareLinks(url: string, text: string): ShareLink[] {
  return Object.entries<{ name: string; href: Link }>(SHARE_SERVICES).map(([service, each]) => {
    const tagged = withTag(url, service)
    return {
      service: service as ShareService,
      name: each.name,
      href: each.href(
        encodeURIComponent(`${text} ${tagged}`),
        encodeURIComponent(tagged),
        encodeURIComponent(text),
      ),
    }
  })
}

/** A link that writes a mail with the letter's address in it (RFC 6068). */
export function mailLink(url: string, subject: string, text: string) {
  const body = `${text}\r\n\r\n${withTag(url, 'mail')}`
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
}

/** The letter's address with the tag of where it was passed on. */
export function withTag(url: string, tag: string) {
  const tagged = new URL(url)
  tagged.searchParams.set('from', tag)
  return tagged.href
}

import type { ShareTexts } from '#lib/content/share-texts.ts'

/** A service that takes a text and an address from a plain link, without a script of theirs. */
const SHARE_SERVICES = {
  whatsapp: { name: 'WhatsApp', says: 'message', href: both => `https://wa.me/?text=${both}` },
  telegram: {
    name: 'Telegram',
    says: 'message',
    href: (_both, url, text) => `https://t.me/share/url?url=${url}&text=${text}`,
  },
  // The text stands in the fragment: it stays in the reader's browser until she has chosen her server.
  mastodon: {
    name: 'Mastodon',
    says: 'post',
    href: both => `https://share.joinmastodon.org/#text=${both}`,
  },
  bluesky: {
    name: 'Bluesky',
    says: 'post',
    href: both => `https://bsky.app/intent/compose?text=${both}`,
  },
  // These two take an address alone, and show the letter's own title and picture.
  linkedin: {
    name: 'LinkedIn',
    says: 'post',
    href: (_both, url) => `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
  },
  facebook: {
    name: 'Facebook',
    says: 'post',
    href: (_both, url) => `https://www.facebook.com/sharer/sharer.php?u=${url}`,
  },
  x: {
    name: 'X',
    says: 'post',
    href: (_both, url, text) => `https://x.com/intent/post?text=${text}&url=${url}`,
  },
} satisfies Record<string, Service>

type Service = { name: string; says: 'message' | 'post'; href: Link }

type Link = (both: string, url: string, text: string) => string

export type ShareService = keyof typeof SHARE_SERVICES

/** A link that opens a service with the letter's address and a text in it. */
type ShareLink = { service: ShareService; name: string; href: string }

/**
 * The links of all services. The address that each carries says where people came from: a tag of our
 * own, never one of a person.
 * @param url absolute address of the letter in one language
 */
export function shareLinks(url: string, texts: ShareTexts): ShareLink[] {
  return Object.entries<Service>(SHARE_SERVICES).map(([service, each]) => {
    const tagged = withTag(url, service)
    const text = texts[each.says]
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

/**
 * A link that writes a mail with the letter's address in it (RFC 6068).
 * @param to whom it is written to; who presses it says so where there is none
 */
export function mailLink(
  url: string,
  subject: string,
  text: string,
  { to = '', tag = 'mail' }: { to?: string | undefined; tag?: string } = {},
) {
  const body = `${text.replaceAll('\n', '\r\n')}\r\n\r\n${withTag(url, tag)}`
  const [subjectField, bodyField] = [subject, body].map(encodeURIComponent)
  const recipient = to.split('@').map(encodeURIComponent).join('@')
  return `mailto:${recipient}?subject=${subjectField}&body=${bodyField}`
}

/** An address with the tag of where it was passed on. */
export function withTag(url: string, tag: string) {
  const tagged = new URL(url)
  tagged.searchParams.set('from', tag)
  return tagged.href
}

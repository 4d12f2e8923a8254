import { describe, expect, test } from 'vitest'
import { LONGEST_POST } from '#lib/content/share-texts.ts'
import { mailLink, shareLinks, withTag } from '#lib/sharing/share-links.ts'

const LETTER = 'https://letter.example/fr'
const TEXTS = {
  message: 'Soigner & protéger : « oui » ? #santé\n100 %',
  post: 'À tout le monde : « signez » & partagez',
  mail: 'Bonjour,\n\nla voici :',
}

/** Where each service expects the text and the address, by its own name of the parameter. */
const PLACES: Record<string, Place> = {
  whatsapp: { both: 'text', says: 'message' },
  telegram: { text: 'text', url: 'url', says: 'message' },
  mastodon: { both: '#text' },
  bluesky: { both: 'text' },
  linkedin: { url: 'url' },
  x: { text: 'text', url: 'url' },
  facebook: { url: 'u' },
}

type Place = { text?: string; url?: string; both?: string; says?: 'message' }

/** What a service takes at most, in graphemes, and what it counts for any address. */
const LIMITS = {
  bluesky: { graphemes: 300, address: null },
  x: { graphemes: 280, address: 23 },
  mastodon: { graphemes: 500, address: 23 },
}

describe('links to services', () => {
  test.each(shareLinks(LETTER, TEXTS))(
    '$service gets text and address whole, and a tag of its own',
    ({ service, href }) => {
      const url = new URL(href)
      expect(url.protocol).toBe('https:')
      const said = (parameter: string) =>
        parameter.startsWith('#')
          ? new URLSearchParams(url.hash.slice(1).replaceAll('+', '%2B')).get(parameter.slice(1))
          : url.searchParams.get(parameter)
      const place = PLACES[service] ?? {}
      const text = TEXTS[place.says ?? 'post']
      const address = `${LETTER}?from=${service}`
      if (place.both) expect(said(place.both)).toBe(`${text} ${address}`)
      if (place.url) expect(said(place.url)).toBe(address)
      if (place.text) expect(said(place.text)).toBe(text)
      expect(Object.keys(place).length).toBeGreaterThan(0)
    },
  )

  test('the longest post fits wherever it is posted, address included', () => {
    const address = 'https://www.a-campaign-with-a-long-name.example/fr?from=bluesky'
    for (const limit of Object.values(LIMITS))
      expect(LONGEST_POST + 1 + (limit.address ?? address.length)).toBeLessThanOrEqual(
        limit.graphemes,
      )
  })

  test('a mail is written with subject, text and address, whatever they hold', () => {
    const mail = new URL(mailLink(LETTER, 'Signez & faites signer', TEXTS.mail))
    expect(mail.searchParams.get('subject')).toBe('Signez & faites signer')
    expect(mail.searchParams.get('body')).toBe(
      `Bonjour,\r\n\r\nla voici :\r\n\r\n${LETTER}?from=mail`,
    )
  })

  test('a tag stands before the place on the page', () => {
    expect(withTag(`${LETTER}#sign`, 'poster')).toBe(`${LETTER}?from=poster#sign`)
  })
})

import { describe, expect, test } from 'vitest'
import { mailLink, shareLinks, withTag } from '#lib/sharing/share-links.ts'

const LETTER = 'https://letter.example/fr'
const TEXT = 'Soigner & protéger : « oui » ? #santé\n100 %'

/** Where each service expects the text and the address, by its own name of the parameter. */
const PLACES: Record<string, { text?: string; url?: string; both?: string }> = {
  whatsapp: { both: 'text' },
  telegram: { text: 'text', url: 'url' },
  mastodon: { both: '#text' },
  bluesky: { both: 'text' },
  linkedin: { url: 'url' },
  x: { text: 'text', url: 'url' },
  facebook: { url: 'u' },
}

describe('links to services', () => {
  test.each(shareLinks(LETTER, TEXT))(
    '$service gets text and address whole, and a tag of its own',
    ({ service, href }) => {
      const url = new URL(href)
      expect(url.protocol).toBe('https:')
      const said = (parameter: string) =>
        parameter.startsWith('#')
          ? new URLSearchParams(url.hash.slice(1).replaceAll('+', '%2B')).get(parameter.slice(1))
          : url.searchParams.get(parameter)
      const place = PLACES[service] ?? {}
      const address = `${LETTER}?from=${service}`
      if (place.both) expect(said(place.both)).toBe(`${TEXT} ${address}`)
      if (place.url) expect(said(place.url)).toBe(address)
      if (place.text) expect(said(place.text)).toBe(TEXT)
      expect(Object.keys(place).length).toBeGreaterThan(0)
    },
  )

  test('a mail is written with subject, text and address, whatever they hold', () => {
    const mail = new URL(mailLink(LETTER, 'Signez & faites signer', TEXT))
    expect(mail.searchParams.get('subject')).toBe('Signez & faites signer')
    expect(mail.searchParams.get('body')).toBe(`${TEXT}\r\n\r\n${LETTER}?from=mail`)
  })

  test('a tag stands before the place on the page', () => {
    expect(withTag(`${LETTER}#sign`, 'poster')).toBe(`${LETTER}?from=poster#sign`)
  })
})

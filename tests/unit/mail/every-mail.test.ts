import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCampaign } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import { compose } from '#lib/mail/compose.ts'
import { startPreviewServer } from '#lib/mail/preview-server.ts'
import { MAIL_KINDS, sampleMail } from '#lib/mail/templates/load.ts'
import { TEXT_COLUMNS, wrapped } from '#lib/mail/templates/wrap.ts'

const EVERY_MAIL = MAIL_KINDS.flatMap(kind => languages().map(language => ({ kind, language })))

describe.each(EVERY_MAIL)('$kind in $language', ({ kind, language }) => {
  const message = compose(sampleMail(kind, language))

  test('is the same to the byte each time, so that a repeated call is the same call', () => {
    expect(compose(sampleMail(kind, language))).toEqual(message)
  })

  test('says who writes, about which letter, and at its end why', () => {
    for (const twin of [message.html, message.text]) {
      expect(twin).toMatch(/Open letter · |Lettre ouverte · /)
      expect(twin).toMatch(/Vous recevez ce message parce|You are receiving this message because/)
    }
  })

  test('loads nothing, runs nothing and is no larger than Gmail shows whole', () => {
    expect(message.html).not.toMatch(/<(img|script|link|iframe|object|video)|@import|url\(|\ssrc=/i)
    expect(Buffer.byteLength(message.html)).toBeLessThan(102_000)
  })

  test('is told to be in its language, in its direction, by day and by night', () => {
    expect(message.html).toMatch(
      new RegExp(`^<!doctype html>\n<html dir="ltr" lang="${language}">`),
    )
    expect(message.html).toContain('<meta name="color-scheme" content="light dark"/>')
    expect(message.html).toContain('@media (prefers-color-scheme: dark)')
    const tables = message.html.match(/<table[^>]*>/g) ?? []
    expect(tables.filter(table => !table.includes('role="presentation"'))).toEqual([])
  })

  test(`is plain text of ${TEXT_COLUMNS} columns, with every address on a line of its own`, () => {
    for (const line of message.text.split('\n')) {
      const isAddress = /^(\[\d+\] )?https?:\/\/\S+$/.test(line)
      expect(isAddress || (!line.includes('http') && [...line].length <= TEXT_COLUMNS)).toBe(true)
    }
  })

  test('is answered to people, and by no program', () => {
    expect(message.replyTo).toBe(readCampaign(language).contactEmail)
    expect(message.headers['Auto-Submitted']).toBe('auto-generated')
  })

  test('asks for no way out of a list that it is not on', () => {
    expect(message.headers['List-Unsubscribe'] !== undefined).toBe(String(kind) === 'broadcast')
  })
})

test('a line breaks at spaces alone, and loses no word', () => {
  const text = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 40 })
  fc.assert(
    fc.property(text, words => {
      const given = words.join(' ')
      const lines = wrapped(given).split('\n')
      const left = (whole: string) => whole.split(/[ \n]+/).filter(Boolean)
      expect(left(lines.join(' '))).toEqual(left(given))
      for (const line of lines.filter(each => each.includes(' '))) {
        expect([...line].length).toBeLessThanOrEqual(TEXT_COLUMNS)
      }
    }),
  )
})

test('the preview shows every mail in every language, and each by day and by night', async () => {
  const { server, url } = await startPreviewServer(0)
  const read = async (path: string) => (await fetch(`${url}${path}`)).text()
  const wall = await read('/')
  for (const { kind, language } of EVERY_MAIL) expect(wall).toContain(`href="/${kind}/${language}"`)
  expect(await read('/confirm/fr')).toContain('Bonjour Camille Roux,')
  expect(await read('/confirm/fr/html?light=night')).toContain('@media all')
  expect((await fetch(`${url}/confirm/xx`)).status).toBe(404)
  server.close()
})

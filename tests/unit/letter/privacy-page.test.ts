import { expect, test } from 'vitest'
import { outline } from '#lib/letter/outline.ts'
import { readPage } from '#lib/letter/page.ts'
import { CONFIRMATION_LINK_LIFETIME_DAYS } from '#lib/signatures/confirmation-link.ts'

test.each([
  ['fr', 'jours'],
  ['en', 'days'],
])('the privacy page in %s tells how long a link really works', (language, days) => {
  const prose = outline(readPage('privacy', language).blocks).map(({ text }) => text)
  expect(prose.join(' ')).toMatch(new RegExp(`\\b${CONFIRMATION_LINK_LIFETIME_DAYS}\\s${days}\\b`))
})

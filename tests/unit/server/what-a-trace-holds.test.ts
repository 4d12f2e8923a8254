import { expect, test } from 'vitest'
import { withoutPersonalData } from '../../../server/traces.ts'

const TOKEN = 'q7Zt0bq2mYx1cVn8RkLw3A'

const span = (name: string, attributes: Record<string, unknown> = {}) =>
  withoutPersonalData({
    name,
    attributes,
    events: [{ name: 'exception', attributes: { 'exception.message': 'camille@example.org' } }],
    status: { code: 2, message: 'camille@example.org' },
  })

test.each([
  ['GET /[locale]/confirm', 'GET /[locale]/confirm'],
  [`GET /fr/confirm?token=${TOKEN}`, 'GET /fr/confirm'],
  [`GET /fr/preview/${TOKEN}`, 'GET /fr/preview/…'],
  [`render route (app) /[locale]/${TOKEN}?q=camille@example.org`, 'render route (app) /[locale]/…'],
  ['GET /[locale]/(campaign)/news', 'GET /[locale]/(campaign)/news'],
  [`fetch POST https://api.resend.com/emails/${TOKEN}`, 'fetch POST /emails/…'],
  ['resolve page components', 'resolve page components'],
])('%s', (name, kept) => {
  expect(span(name).name).toBe(kept)
})

test('of its attributes routes and statuses, and of an error that there was one', () => {
  const told = span('GET /[locale]/confirm', {
    'http.target': `/fr/confirm?token=${TOKEN}`,
    'http.url': `https://letter.example.org/fr/confirm?token=${TOKEN}`,
    'net.peer.ip': '203.0.113.7',
    'next.span_name': `GET /fr/confirm?token=${TOKEN}`,
    'http.method': 'GET',
    'http.status_code': 500,
    'http.route': '/[locale]/confirm',
  })
  expect(told.attributes).toEqual({
    'http.method': 'GET',
    'http.status_code': 500,
    'http.route': '/[locale]/confirm',
  })
  expect(told.events).toEqual([])
  expect(told.status).toEqual({ code: 2 })
})

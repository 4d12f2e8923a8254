import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeOf, failureOf } from '#lib/mail/failures.ts'
import { retryAfterMs } from '#lib/mail/resend-transport.ts'

const NOON = Date.UTC(2026, 10, 21, 12)
const HOUR_MS = 3_600_000

describe('what a failure means', () => {
  test.each([
    ['validation_error', 422, 'permanent'],
    ['validation_error', 403, 'closed'],
    ['rate_limit_exceeded', 429, 'busy'],
    ['daily_quota_exceeded', 429, 'busy'],
    ['invalid_api_key', 403, 'closed'],
    ['restricted_api_key', 401, 'closed'],
    ['internal_server_error', 500, 'doubtful'],
    ['application_error', null, 'doubtful'],
    ['concurrent_idempotent_requests', 409, 'doubtful'],
    ['invalid_idempotent_request', 409, 'used'],
    ['a_name_of_tomorrow', 429, 'busy'],
    ['a_name_of_tomorrow', 400, 'doubtful'],
  ])('%s with %s: %s', (name, status, failure) => {
    expect(failureOf(name, status)).toBe(failure)
  })

  test('a code is a code: no text of the provider passes for one', () => {
    expect(codeOf('validation_error')).toBe('validation_error')
    fc.assert(
      fc.property(fc.anything(), name => {
        expect(codeOf(name)).toMatch(/^[a-z_]{1,60}$/)
      }),
    )
    expect(codeOf('camille.roux@example.org')).toBe('no_answer')
  })
})

describe('Retry-After', () => {
  test.each([
    ['3600', HOUR_MS],
    [' 1.5 ', 1_500],
    [new Date(NOON + HOUR_MS).toUTCString(), HOUR_MS],
    [new Date(NOON - HOUR_MS).toUTCString(), null],
    ['0', null],
    ['-5', null],
    ['soon', null],
    ['', null],
    [undefined, null],
    ['99999999', 24 * HOUR_MS],
  ])('%s', (header, wait) => {
    expect(retryAfterMs(header, NOON)).toBe(wait)
  })
})

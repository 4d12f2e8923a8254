import { expect, test } from 'vitest'
import { securityTxt } from '#lib/security/security-txt.ts'

const NOW = new Date('2026-11-29T19:42:50.123Z')
const SITE = { siteUrl: 'https://letter.example.org', languages: ['fr', 'en'] }

test('says whom to write to, in which languages, and until when that holds (RFC 9116)', () => {
  const text = securityTxt({ ...SITE, contact: 'security@example.org' }, NOW)
  expect(text.split('\n')).toEqual([
    'Contact: mailto:security@example.org',
    'Expires: 2027-05-28T19:42:50Z',
    'Preferred-Languages: fr, en',
    'Canonical: https://letter.example.org/.well-known/security.txt',
    '',
  ])
})

test('a form of somebody’s own and a policy stand there as addresses', () => {
  const policy = 'https://example.org/policy'
  const text = securityTxt({ ...SITE, contact: 'https://example.org/report', policy }, NOW)
  expect(text).toContain('Contact: https://example.org/report\n')
  expect(text).toContain('Policy: https://example.org/policy\n')
})

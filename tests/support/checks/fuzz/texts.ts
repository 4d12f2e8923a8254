import fc from 'fast-check'

/** Texts of which one byte or one character more than usual is wrong. */
const ODD_TEXTS = [
  '',
  '%00',
  '%',
  '%ff',
  '%c0%af',
  '%ED%A0%80',
  '%252e%252e%252f',
  '..%2f..%2f',
  '%5Blocale%5D',
  '__proto__',
  'constructor',
  'undefined',
  '[object Object]',
  '-1',
  '1e400',
  '9'.repeat(400),
  'a'.repeat(3_000),
  '🏥',
  "' OR 1=1 --",
  '{{7*7}}',
  '\u202E',
  Buffer.from('["\\u0000","\\ud800"]').toString('base64url'),
  Buffer.from('["0000-01-01T00:00:00Z","x"]').toString('base64url'),
] as const

export const oddText = fc.oneof(
  fc.constantFrom(...ODD_TEXTS),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

/** What Node lets pass in the value of a header. */
export const inHeader = oddText.map(text => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?'))

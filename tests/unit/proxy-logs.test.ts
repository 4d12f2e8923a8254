import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// Tokens of mailed links stand in queries.
const operating = readFileSync('docs/operating.md', 'utf8')
const config = (language: string) =>
  operating.match(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``))?.[1] ?? ''

test('the log of nginx that we advise holds no query and no address that one came from', () => {
  const format = config('nginx').match(/log_format letter ([^;]+);/)?.[1] ?? ''
  expect(format).toContain('$uri')
  expect(format).not.toMatch(/\$(request|request_uri|args|query_string|http_referer|is_args)\b/)
  expect(config('nginx')).toMatch(/access_log \S+ letter;/)
  expect(config('nginx')).toMatch(/error_log \S+ crit;/)
})

test('nor does that of Caddy', () => {
  expect(config('caddy')).toContain('request>uri regexp "[?].*$" ""')
  expect(config('caddy')).toContain('request>headers>Referer delete')
})

import { expect, test } from 'vitest'
import { typedLinkAddress } from '#lib/text/markdown-links.ts'

test.each([
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  [' example.org ', 'https://example.org'],
  ['www.example.org/à-propos', 'https://www.example.org/à-propos'],
  ['letter@example.org', 'mailto:letter@example.org'],
  ['mailto:{contact}', 'mailto:{contact}'],
  ['/fr/news', '/fr/news'],
  ['#sign', '#sign'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['//example.org', null],
  ['two words', null],
  ['word', null],
  ['', null],
])('who types %j as the address of a link means %j', (typed, address) => {
  expect(typedLinkAddress(typed)).toBe(address)
})

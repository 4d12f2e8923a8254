import { expect, test } from 'vitest'
import { structuredData } from '#lib/sharing/structured-data.ts'

const FACTS = {
  type: 'Article' as const,
  url: 'https://letter.example/fr',
  title: 'Soigner </script><script>alert(1)</script>',
  description: 'x',
  language: 'fr',
  date: '2020-05-26',
  organisation: 'y',
  image: 'https://letter.example/fr/social-image',
  signatures: 1234,
}

test('search engines learn what the letter is and how many signed, and no text ends the element', () => {
  const text = structuredData(FACTS)
  expect(text).not.toContain('<')
  expect(JSON.parse(text)).toMatchObject({
    '@type': 'Article',
    headline: FACTS.title,
    interactionStatistic: { userInteractionCount: 1234 },
  })
  expect(structuredData({ ...FACTS, signatures: null })).not.toContain('interactionStatistic')
})

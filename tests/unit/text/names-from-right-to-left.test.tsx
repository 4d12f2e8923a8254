import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { FeaturedSignatories } from '#components/letter/FeaturedSignatories.tsx'
import { FirstSignatories } from '#components/letter/FirstSignatories.tsx'
import { LetterHead } from '#components/letter/LetterHead.tsx'
import { isolated } from '#lib/text/isolated.ts'
import { readMessages, translator } from '#lib/text/messages.ts'

// Of two neighbours that are written from right to left, the second would stand on the left of the first.

const NAME = 'ليلى حداد'
const ROLE = 'ممرضة في بيروت'
const { letter: words, site } = readMessages('en')

test('a first signatory, her role and the day keep their places', () => {
  const people = [{ name: NAME, role: ROLE, joined: '26 May 2026' }]
  const page = renderToStaticMarkup(<FirstSignatories {...{ people, words }} comma={site.comma} />)
  expectApart(page, [NAME, ROLE])
})

test('so do somebody who is shown before others, and what is said of her', () => {
  const people = [{ id: '1', name: NAME, details: [ROLE, 'مستشفى'], statement: 'نعم' }]
  const page = renderToStaticMarkup(<FeaturedSignatories people={people} comma={site.comma} />)
  expectApart(page, [NAME, ROLE, 'مستشفى', 'نعم'])
})

test('and whoever launched the letter, beside its date', () => {
  const page = renderToStaticMarkup(
    <LetterHead
      title="Open letter"
      addressee="To all"
      launchedBy={NAME}
      date="2026-05-26"
      formattedDate="26 May 2026"
      words={words}
    >
      {null}
    </LetterHead>,
  )
  expectApart(page, [NAME])
})

test('a colleague’s name in a sentence is set apart too', () => {
  const t = translator('en')
  const sentence = t('organisers.signatures.notes.by', {
    who: isolated(NAME),
    when: '26 May 2026',
  })
  expect(sentence).toBe(`\u2068${NAME}\u2069, 26 May 2026`)
})

function expectApart(page: string, texts: string[]) {
  for (const text of texts) expect(page).toContain(`<bdi>${text}</bdi>`)
}

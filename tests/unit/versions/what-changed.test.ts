import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalisedText, type SignedText } from '#lib/content/letter-version.ts'
import { type Piece, whatChanged, whatChangedForReaders } from '#lib/versions/what-changed.ts'

const HEAD = { title: 'End attacks', addressee: 'To all', date: '2020-05-26' }

const letter = (body: string): SignedText => ({ ...HEAD, body })

/** Changes as `[-removed-]{+added+}`, a line for each paragraph of the body. */
function told(before: string, after: string, language = 'en') {
  const paragraphs = whatChanged(letter(before), letter(after), language)
  expect(paragraphs.slice(0, 3)).toEqual(Object.values(HEAD).map(text => [{ kind: 'same', text }]))
  return paragraphs.slice(3).map(pieces => pieces.map(sign).join(''))
}

function sign({ kind, text }: Piece) {
  return { same: text, added: `{+${text}+}`, removed: `[-${text}-]` }[kind]
}

describe('what changed', () => {
  test('a word, with what stands around it', () => {
    expect(told('We ask all states to act.', 'We ask all governments to act.')).toEqual([
      'We ask all [-states-]{+governments+} to act.',
    ])
  })

  test('words replaced one after the other are one replacement', () => {
    expect(told('We act very soon here.', 'We act without delay here.')).toEqual([
      'We act [-very soon-]{+without delay+} here.',
    ])
  })

  test('words that come in are one addition', () => {
    expect(told('We act now and well.', 'We act now, openly and well.')).toEqual([
      'We act now{+, openly+} and well.',
    ])
  })

  test('a paragraph that came, and one that went', () => {
    expect(told('One.\n\nTwo.', 'One.\n\nBetween.\n\nTwo.')).toEqual([
      'One.',
      '{+Between.+}',
      'Two.',
    ])
    expect(told('One.\n\nBetween.\n\nTwo.', 'One.\n\nTwo.')).toEqual([
      'One.',
      '[-Between.-]',
      'Two.',
    ])
  })

  test('a comma, an apostrophe, the address of a link: nothing hides', () => {
    expect(told('Now, act.', 'Now act.')).toEqual(['Now[-,-] act.'])
    expect(told('[Read](https://a.example)', '[Read](https://b.example)').join('')).toMatch(
      /\[-.*a.*-\]\{\+.*b.*\+\}/,
    )
    expect(told("l'hôpital", 'l’hôpital', 'fr').join('')).toContain('[-')
  })

  test('line ends and wrapped lines are no change', () => {
    expect(told('One\ntwo.', 'One  two.\r\n')).toEqual(['One two.'])
  })

  test('a script without spaces is told word by word', () => {
    expect(told('私たちは政府に求めます。', '私たちは国連に求めます。', 'ja')).toEqual([
      '私たちは[-政府-]{+国連+}に求めます。',
    ])
  })

  test('title, addressee and date are compared too', () => {
    const [title] = whatChanged(
      letter('Same.'),
      { ...letter('Same.'), title: 'Stop attacks' },
      'en',
    )
    expect(title?.map(sign).join('')).toBe('[-End-]{+Stop+} attacks')
  })

  test.each([
    ['en', '26 May 2020'],
    ['fr', '26 mai 2020'],
    // The site has no words in it, or no more: those of its first language stand for them.
    ['ja', '26 mai 2020'],
  ])('the date is told in words: %s', (language, day) => {
    const paragraphs = whatChangedForReaders(letter('Same.'), letter('Same.'), language)
    expect(paragraphs[2]?.map(({ text }) => text.replaceAll('\u00a0', ' '))).toEqual([day])
  })

  test('whatever changed, each of the two texts can be read out of it', () => {
    const words = fc.array(fc.constantFrom('we', 'ask', ' ', ', ', '.', '\n\n', 'act', 'é'))
    const body = words.map(parts => parts.join('') || 'x')
    fc.assert(
      fc.property(body, body, (before, after) => {
        const paragraphs = whatChanged(letter(before), letter(after), 'en')
        expect(without('added', paragraphs)).toBe(joined(letter(before)))
        expect(without('removed', paragraphs)).toBe(joined(letter(after)))
      }),
    )
  })
})

function without(kind: Piece['kind'], paragraphs: Piece[][]) {
  const pieces = paragraphs.flat().filter(piece => piece.kind !== kind)
  return pieces.map(({ text }) => text).join('')
}

function joined(text: SignedText) {
  return normalisedText(text).replaceAll('\n\n', '')
}

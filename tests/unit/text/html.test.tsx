import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { htmlMail } from '#lib/mail/templates/html-mail.tsx'
import { Button } from '#lib/mail/templates/parts/button.tsx'
import { Footnote } from '#lib/mail/templates/parts/footnote.tsx'
import { Paragraph } from '#lib/mail/templates/parts/paragraph.tsx'
import { textMail } from '#lib/mail/templates/text-mail.ts'
import { html } from '#lib/text/html.ts'

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  '{{7*7}}',
  '" onmouseover="alert(1)',
  "' style='x",
  '&lt;b&gt;',
  '<!--',
]

const unescaped = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

describe('what a stranger typed is text', () => {
  test('any value, in any place of a template', () => {
    const typed = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(typed, value => {
        const shown = html`${value}`.text
        expect(shown).not.toMatch(/[<>"']/)
        expect(unescaped(shown)).toBe(value)
        expect(html`<p title="${value}">${[value, [value]]}</p>`.text).toBe(
          `<p title="${shown}">${shown}${shown}</p>`,
        )
      }),
    )
  })

  test('HTML of ours stays HTML, once', () => {
    expect(html`<ul>${['<', '&'].map(item => html`<li>${item}</li>`)}</ul>${7}`.text).toBe(
      '<ul><li>&lt;</li><li>&amp;</li></ul>7',
    )
  })
})

describe('a mail', () => {
  const words = ['Un.', 'Deux.', 'Confirmer', 'Pourquoi.', 'Rien.']
  const href = 'https://letter.example.org/fr?a=1&b=2'
  const head = {
    language: 'fr',
    subject: 'Confirmez',
    about: 'Lettre ouverte',
    letterTitle: 'La lettre',
    greeting: 'Bonjour <img src=x onerror=alert(1)>,',
    body: (
      <>
        <Paragraph>Un.</Paragraph>
        <Paragraph>Deux.</Paragraph>
        <Button href={href} hint="Ou :">
          Confirmer
        </Button>
      </>
    ),
    footer: (
      <>
        <Footnote>Pourquoi.</Footnote>
        <Footnote>Rien.</Footnote>
      </>
    ),
  }

  test('has an HTML form whose greeting is text and whose link is exact', () => {
    const page = htmlMail(head)
    expect(page).toContain('Bonjour &lt;img src=x onerror=alert(1)&gt;,')
    expect(page).not.toContain('<img')
    expect(page).not.toMatch(/<script|<link|@import|url\(/)
    expect(page.match(/href="[^"]*"/g)).toEqual(
      Array(2).fill('href="https://letter.example.org/fr?a=1&amp;b=2"'),
    )
  })

  test('has a plain twin with the same words and the same link', () => {
    const text = textMail(head)
    for (const each of [head.letterTitle, head.greeting, ...words]) expect(text).toContain(each)
    expect(text.split('\n')).toContain(href)
  })

  test('may come without anything to press', () => {
    const bare = { ...head, body: <Paragraph>Un.</Paragraph> }
    expect(htmlMail(bare)).not.toContain('href')
    expect(textMail(bare)).not.toContain('http')
  })

  test('is made of parts that have a plain twin, so that nothing is missing there', () => {
    expect(() => textMail({ ...head, body: <p>Un.</p> })).toThrow(/made of the parts/)
  })
})

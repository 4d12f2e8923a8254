import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { htmlMail } from '#lib/mail/templates/html-mail.ts'
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
  const head = {
    language: 'fr',
    subject: 'Confirmez',
    about: 'Lettre ouverte',
    letterTitle: 'La lettre',
    greeting: 'Bonjour <img src=x onerror=alert(1)>,',
    paragraphs: ['Un.', 'Deux.'],
    action: { label: 'Confirmer', href: 'https://letter.example.org/fr?a=1&b=2', hint: 'Ou :' },
    footnotes: ['Pourquoi.', 'Rien.'],
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
    const { letterTitle, greeting, paragraphs, action, footnotes } = head
    const words = [letterTitle, greeting, ...paragraphs, action.label, ...footnotes]
    for (const each of words) expect(text).toContain(each)
    expect(text.split('\n')).toContain(action.href)
  })

  test('may come without anything to press', () => {
    const { action: _, ...bare } = head
    expect(htmlMail(bare)).not.toContain('href')
    expect(textMail(bare)).not.toContain('http')
  })
})

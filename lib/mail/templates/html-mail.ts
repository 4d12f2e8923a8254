import { Body } from '@react-email/body'
import { Button } from '@react-email/button'
import { Container } from '@react-email/container'
import { Head } from '@react-email/head'
import { Html } from '@react-email/html'
import { Link } from '@react-email/link'
import { Preview } from '@react-email/preview'
import { Section } from '@react-email/section'
import { Text } from '@react-email/text'
import { createElement, type ReactNode } from 'react'
import { HtmlBlocks } from './html-blocks.ts'
import { type Footnote, type Letterhead, preheader } from './letterhead.ts'
import { LOOK, NIGHT_SHEET, SHEET_PADDING, WORD_SHEET } from './look.ts'
import { markupOf } from './markup.ts'
import { PulseLine } from './pulse-line.ts'

/**
 * The HTML of a mail, of react-email's pieces: one column, nothing to load, readable without its
 * styles, by day and by night. The same letterhead gives the same bytes.
 */
export function htmlMail(mail: Letterhead) {
  const page = createElement(
    Html,
    { lang: mail.language, dir: new Intl.Locale(mail.language).getTextInfo().direction },
    createElement(Head, null, ...headOf(mail)),
    createElement(Body, { style: LOOK.body }, preview(mail), column(mail)),
  )
  return `<!doctype html>\n${markupOf(page).replace('</head>', `${WORD_SHEET}</head>`)}\n`
}

function headOf({ subject }: Letterhead) {
  const meta = (name: string, content: string) => createElement('meta', { name, content })
  return [
    meta('viewport', 'width=device-width'),
    meta('color-scheme', 'light dark'),
    meta('supported-color-schemes', 'light dark'),
    meta('format-detection', 'telephone=no, date=no, address=no, email=no, url=no'),
    createElement('title', null, subject),
    createElement('style', null, NIGHT_SHEET),
  ]
}

function preview(mail: Letterhead) {
  return createElement(Preview, null, preheader(mail))
}

function column(mail: Letterhead) {
  return createElement(
    Container,
    { className: 'column', style: LOOK.container },
    createElement(Text, { className: 'soft', style: LOOK.about }, mail.about),
    createElement('h1', { style: LOOK.title }, mail.letterTitle),
    createElement(PulseLine),
    // Room by an attribute: Word knows no padding but that of a table's cells.
    createElement(
      Section,
      { className: 'sheet', style: LOOK.sheet, cellPadding: SHEET_PADDING },
      ...sheet(mail),
    ),
    createElement('div', { style: LOOK.footer }, ...mail.footnotes.map(footnote)),
  )
}

function sheet({ greeting, paragraphs, blocks, action, code }: Letterhead): ReactNode[] {
  return [
    words(greeting),
    ...paragraphs.map(words),
    blocks && createElement(HtmlBlocks, { blocks }),
    ...(action ? press(action) : []),
    code && digits(code),
  ]
}

function words(text: string) {
  return createElement(Text, { style: LOOK.paragraph }, text)
}

function press({ label, href, hint }: NonNullable<Letterhead['action']>) {
  const button = createElement(Button, { href, className: 'button', style: LOOK.button }, label)
  return [createElement('div', { style: LOOK.press }, button), withLink(hint, href)]
}

function digits(code: NonNullable<Letterhead['code']>) {
  return small(
    code.label,
    createElement('br'),
    linkTo(code.href, code.href),
    createElement('br'),
    createElement('strong', { className: 'ink', style: LOOK.digits }, code.digits),
  )
}

function footnote(note: Footnote) {
  return small(typeof note === 'string' ? note : linkTo(note.href, note.text))
}

function withLink(text: string, href: string) {
  return small(text, createElement('br'), linkTo(href, href))
}

function linkTo(href: string, words: string) {
  return createElement(Link, { href, className: 'ink', style: LOOK.link }, words)
}

function small(...parts: ReactNode[]) {
  return createElement(Text, { className: 'soft', style: LOOK.small }, ...parts)
}

import { type Html, html } from '../html.ts'

/** What every mail of ours is made of. */
export type Letterhead = {
  /** Language of the mail. */
  language: string
  /** Title of the open letter. */
  letterTitle: string
  greeting: string
  paragraphs: string[]
  /** The one thing to press, if there is one. */
  action?: { label: string; href: string; hint: string }
  /** A code to type where the link does not arrive whole. */
  code?: { label: string; digits: string }
  /** Why she receives this, what happens if she does nothing, and where else she may go. */
  footnotes: Footnote[]
}

/** A sentence, with an address of ours after it. */
export type Footnote = string | { text: string; href: string }

const INK = '#1a1714'
const PAPER = '#fbf8f2'
const ACCENT = '#b3261e'

/** The HTML of a mail: one column, no image, readable without its styles. */
export function htmlMail({ language, letterTitle, greeting, ...mail }: Letterhead) {
  const paragraphs = mail.paragraphs.map(text => html`<p style="margin:0 0 16px">${text}</p>`)
  const footnotes = mail.footnotes.map(
    note => html`<p style="margin:0 0 8px">${footnote(note)}</p>`,
  )
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${letterTitle}</title>
</head>
<body style="margin:0;padding:24px;background:${PAPER};color:${INK};font:17px/1.55 Georgia,'Times New Roman',serif">
<div style="max-width:34em;margin:0 auto">
<p style="margin:0 0 24px;padding:0 0 12px;border-bottom:2px solid ${ACCENT};font-size:15px">${letterTitle}</p>
<p style="margin:0 0 16px">${greeting}</p>
${paragraphs}
${mail.action ? button(mail.action) : ''}
${mail.code ? digits(mail.code) : ''}
<div style="margin:32px 0 0;padding:12px 0 0;border-top:1px solid #cfc7ba;font-size:14px">
${footnotes}
</div>
</div>
</body>
</html>
`.text
}

/** The same mail as plain text (RFC 2046, section 4.1.3: lines are the reader's to wrap). */
export function textMail({ letterTitle, greeting, ...mail }: Letterhead) {
  const action = mail.action ? [`${mail.action.label}\n${mail.action.href}`] : []
  const code = mail.code ? [`${mail.code.label}\n${mail.code.digits}`] : []
  const body = [letterTitle, greeting, ...mail.paragraphs, ...action, ...code]
  const footnotes = mail.footnotes.map(note =>
    typeof note === 'string' ? note : `${note.text}\n${note.href}`,
  )
  return `${body.join('\n\n')}\n\n-- \n${footnotes.join('\n\n')}\n`
}

function button({ label, href, hint }: NonNullable<Letterhead['action']>): Html {
  return html`<p style="margin:28px 0"><a href="${href}" style="display:inline-block;padding:14px 26px;background:${ACCENT};color:#ffffff;text-decoration:none;font-weight:bold">${label}</a></p>
<p style="margin:0 0 16px;font-size:14px">${hint}<br><a href="${href}" style="color:${INK};word-break:break-all">${href}</a></p>`
}

function digits(code: NonNullable<Letterhead['code']>): Html {
  return html`<p style="margin:0 0 16px;font-size:14px">${code.label}<br><strong style="font-size:24px;letter-spacing:.2em">${code.digits}</strong></p>`
}

function footnote(note: Footnote): Html {
  if (typeof note === 'string') return html`${note}`
  return html`${note.text}<br><a href="${note.href}" style="color:${INK};word-break:break-all">${note.href}</a>`
}

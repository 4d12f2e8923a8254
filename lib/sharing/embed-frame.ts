import { lookLink } from '#lib/content/look-link.ts'
import { html } from '#lib/text/html.ts'

/** What the small frame for other sites says. */
export type EmbedFrame = {
  locale: string
  direction: 'ltr' | 'rtl'
  title: string
  /** How many have signed, in words; none while nobody knows. */
  count?: { number: string; noun: string } | undefined
  sign: { href: string; label: string } | null
  /** Said in place of the button where signing is closed. */
  closed?: string | undefined
  read: { href: string; label: string }
}

/**
 * The page of a frame on somebody else's site: a few kilobytes, made by hand, since the site's own
 * pages bring a framework along. Links open outside of the frame.
 */
export function embedFrame({ locale, direction, title, count, sign, closed, read }: EmbedFrame) {
  return html`<!doctype html>
<html lang="${locale}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${title}</title>
<base target="_blank">
<link rel="stylesheet" href="/embed/frame.css">
${lookLink()}
<script src="/embed/frame.js" async></script>
</head>
<body>
<main>
<h1>${title}</h1>
<svg data-pulse="divider" viewBox="0 0 640 60" preserveAspectRatio="${direction === 'rtl' ? 'xMaxYMid' : 'xMinYMid'} meet" aria-hidden="true"><path d="M0 36h250l9-2 12-8 12 9 14 1 7 10 13-44 13 52 9-20 13-2 17-14 17 14h254"/></svg>
${count ? html`<p><strong>${count.number}</strong> ${count.noun}</p>` : ''}
${closed ? html`<p>${closed}</p>` : ''}
<p class="ways">
${sign ? html`<a class="sign" href="${sign.href}" rel="noopener">${sign.label}</a>` : ''}
<a href="${read.href}" rel="noopener">${read.label}</a>
</p>
</main>
</body>
</html>
`.text
}

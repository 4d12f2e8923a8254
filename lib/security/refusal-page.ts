import type { IncomingMessage } from 'node:http'
import { languages } from '#lib/content/languages.ts'
import { lookLink } from '#lib/content/look-link.ts'
import { preferredLanguage } from '#lib/content/preferred-language.ts'
import { html } from '#lib/text/html.ts'
import { type Messages, readMessages } from '#lib/text/messages.ts'
import { isSentByScript } from './refused-form.ts'

/** Reasons for refusing a form; `refusals` in locales/ has the words. */
export type Refusal = keyof Pick<
  Messages['refusals'],
  'unreadable' | 'too-large' | 'foreign' | 'hidden-origin'
>

/** Body of a refusal, in a format that the client can show. */
export type SaidRefusal = { type: string; text: string }

/**
 * Body for a refused form: a page for a browser, its sentence for our own script, which leaves the form as it
 * is; null for any other program.
 */
export function sayRefusal(
  { url = '/', headers }: Pick<IncomingMessage, 'url' | 'headers'>,
  refusal: Refusal,
): SaidRefusal | null {
  const accept = headers.accept ?? ''
  const language = languageOf(url, headers['accept-language'])
  if (isSentByScript(accept)) {
    const { title, lead } = readMessages(language).refusals[refusal]
    const problems = [{ message: `${title}. ${lead}` }]
    return { type: 'application/json', text: JSON.stringify({ problems }) }
  }
  if (!accept.includes('text/')) return null
  return { type: 'text/html; charset=utf-8', text: refusalPage(language, refusal) }
}

/** A page made by hand: it may stand in a frame without an origin, and goes out before Next is asked. */
function refusalPage(language: string, refusal: Refusal) {
  const { refusals: words } = readMessages(language)
  const { title, lead } = words[refusal]
  const isFramed = refusal === 'hidden-origin'
  const direction = new Intl.Locale(language).getTextInfo().direction ?? 'ltr'
  return html`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="/embed/frame.css">
${lookLink()}
</head>
<body>
<main>
<h1>${title}</h1>
<p>${lead}</p>
<p class="ways">
<a class="sign" href="/${language}#sign" ${isFramed ? html`target="_blank" rel="noopener"` : ''}>${isFramed ? words.openInTab : words.open}</a>
</p>
</main>
</body>
</html>
`.text
}

function languageOf(path: string, accepted: string | undefined) {
  const known = languages()
  const asked = known.find(language => path.split(/[/?]/)[1] === language)
  return asked ?? preferredLanguage(accepted ?? null, known) ?? ''
}

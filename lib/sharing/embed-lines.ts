import { html } from '#lib/text/html.ts'

type Partner = {
  /** Origin of the letter's site. */
  site: string
  locale: string
  title: string
  badgeAlt: string
}

/** One line of HTML for each way to show the letter on another site. */
export function embedLines({ site, locale, title, badgeAlt }: Partner) {
  return {
    frame:
      html`<iframe src="${site}/${locale}/embed" title="${title}" width="100%" height="260" loading="lazy"></iframe>`
        .text,
    form: html`<script async src="${site}/embed/letter.js" data-language="${locale}" data-show="form" data-title="${title}"></script>`
      .text,
    badge:
      html`<a href="${site}/${locale}?from=badge"><img src="${site}/${locale}/badge.svg" alt="${badgeAlt}" height="56"></a>`
        .text,
  }
}

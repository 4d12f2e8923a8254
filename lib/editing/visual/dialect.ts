/** The signs that a text is written with, where Markdown leaves a choice. */
export type Dialect = {
  bullet: '-' | '*' | '+'
  delimiter: '.' | ')'
  emphasis: '*' | '_'
  strong: '**' | '__'
  lineBreak: '\\\n' | '  \n'
  /** Whether an address that is its own words stands as <address>. */
  hasAutolinks: boolean
  /** Whether a link that is bold as a whole begins with the signs of bold. */
  isLinkInside: boolean
}

/** As the site's own texts are written. */
const OWN: Dialect = {
  bullet: '-',
  delimiter: '.',
  emphasis: '*',
  strong: '**',
  lineBreak: '\\\n',
  hasAutolinks: false,
  isLinkInside: false,
}

/** Dialects that a text in Markdown may be written in, the likeliest first. */
export function dialectsOf(source: string): Dialect[] {
  const seen = seenIn(source)
  const inside = [seen, OWN].map(each => ({ ...each, isLinkInside: !each.isLinkInside }))
  return [seen, OWN, ...inside]
}

function seenIn(source: string): Dialect {
  return {
    bullet: (/^[> \t]*([-*+])[ \t]/m.exec(source)?.[1] ?? OWN.bullet) as Dialect['bullet'],
    delimiter: /^[> \t]*\d+\)[ \t]/m.test(source) ? ')' : OWN.delimiter,
    emphasis: /(?<![\p{L}\p{N}\\_])_(?=[^\s_])/u.test(source) ? '_' : OWN.emphasis,
    strong: /(?<![\p{L}\p{N}\\_])__(?=[^\s_])/u.test(source) ? '__' : OWN.strong,
    lineBreak: / {2}\n/.test(source) ? '  \n' : OWN.lineBreak,
    hasAutolinks: /<(https?:|mailto:|[^\s@<>]+@)/.test(source),
    isLinkInside: /(\*\*|__|[*_])\[/.test(source),
  }
}

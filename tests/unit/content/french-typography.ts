const NARROW = '\u202f'
const NO_BREAK = '\u00a0'
const ADDRESS = /(https?:\/\/|mailto:)\S+/g

/** Rules of the Imprimerie nationale's Lexique that this project keeps, as patterns of what breaks them. */
const BROKEN: [pattern: RegExp, rule: string][] = [
  [new RegExp(`[^${NARROW}!?][;!?]`, 'u'), 'a narrow no-break space goes before ; ! ?'],
  [new RegExp(`«(?!${NARROW})|(?<!${NARROW})»`, 'u'), 'narrow no-break spaces go inside « »'],
  [new RegExp(`(?<!${NO_BREAK}):(?!\\d)`, 'u'), 'a no-break space goes before :'],
  [/'/, 'the apostrophe is ’'],
  [/"|“|”/, 'quotation marks are « »'],
  [/\.\.\./, 'the ellipsis is one character: …'],
  [/\d [\p{L}\d]/u, 'a no-break space goes after a number'],
]

/** Sentences on what in a French text is not set as French is set; none when all is well. */
export function typographyMistakes(text: string): string[] {
  const prose = text.replace(ADDRESS, '')
  return BROKEN.filter(([pattern]) => pattern.test(prose)).map(([, rule]) => `${rule}: ${text}`)
}

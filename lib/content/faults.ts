/**
 * What may be wrong in content/, and how the log and the commands say it, in English: after the file, the line and the place
 * that it is about, or with `{file}` as a whole sentence. `organisers.contentMistakes` in locales/ says the same to
 * organisers.
 */
export const FAULTS = {
  // Values of any file.
  missing: 'is missing',
  empty: 'is empty',
  'not-text': 'must be text: quote it',
  'not-one-line': 'must stay on one line',
  'not-a-day': 'must be a day written as 2020-05-26',
  'not-a-table': 'must be a table of names',
  'not-a-list': 'must be a list of {what}',
  'empty-list': 'must hold one {what} or more',
  'not-a-number': 'must be a number',
  'not-whole': 'must be a whole number',
  'too-small': 'must be 1 or more',
  'unknown-field': 'is not a known field',
  'must-hold': 'must hold {fields}',
  'not-a-choice': 'must be {choices}',
  'not-mail': 'must be an e-mail address',
  'not-https': 'must be an address that begins with https://',
  'not-mail-or-page': 'must be an e-mail address, or an address that begins with https://',
  other: '{reason}',
  // Files.
  'file-missing': '{file} is missing.',
  'no-front-matter': 'front matter is missing: start with fields between ---',
  colon: 'text that holds a colon goes between quotes',
  yaml: '{reason}',
  anchors: 'it uses anchors (& and *): change it by hand',
  'no-table': 'is no table: change it by hand',
  stray: '{file} has no locales/{language}.json beside it.',
  // Settings of the campaign.
  signs: 'must hold none of these signs: {signs}',
  'not-a-code': 'must be small letters and hyphens, such as health-care',
  'code-twice': 'holds one code twice',
  'not-a-time-zone': 'must be a time zone such as Europe/Paris',
  'no-event-day': 'is missing: the next step is an event',
  'not-a-colour': 'must be a colour such as #bd2413',
  contrast:
    'has a contrast of {found} to 1 with its ground, and words need {needed} (WCAG 2.2, 1.4.3): {nearest} has it',
  'post-too-long': 'must have at most {most} characters, to fit wherever it is posted',
  // Lists of people and names.
  'not-a-category': 'must be a code of content/campaign.yaml',
  'person-twice': 'names one person twice',
  'not-a-domain': 'must be a domain such as example.org',
  'not-watched': 'must be a name, or a name with `also` and `domains`',
  // Drawings.
  'drawing-not-svg': 'it is not a well-formed SVG file',
  'drawing-too-large': 'it is larger than {kilobytes} KB',
  'drawing-too-many': 'it has more than {shapes} shapes',
  'drawing-empty': 'it shows no shape that may be drawn',
  'drawing-no-size': 'it has no viewBox with sides from 1 to 10,000',
  // Markdown.
  'no-text': 'no text',
  html: 'raw HTML is not allowed, write Markdown',
  image: 'images are not supported',
  'code-block': 'blocks of code are not supported, start lines without four spaces',
  code: 'code is not supported, leave out the ` signs',
  rule: 'lines across the page are not supported',
  reference: 'write the address in place: [words](address)',
  'heading-depth': 'headings start with ## or ###, the title is in the front matter',
  link: 'a link leads to https://…, mailto:…, /…, #… or lang:…',
  'not-supported': '{what} is not supported',
  // What belongs together.
  'block-missing': '{name} {number} is missing: {having} has it and begins “{opening}”',
  blank: '{blank} is not one of {known}',
  'page-twice': '{page} stands there twice',
  'no-page': 'there is no content/pages/{page}',
  'in-no-menu': '{page} is in no menu; content/pages/{page} is there',
  differs: 'differs from that of {other}',
  'not-a-country': 'must be a country’s code such as CH (ISO 3166-1)',
  'not-a-slug': 'its name must be like 2020-05-26-the-letter-is-out',
  // Languages and their words.
  'not-a-language': '{language} is not a language code such as en or pt-BR',
  'no-words-of-decisive':
    '{file} is missing: content/campaign.yaml says that {language} is the authoritative language.',
  'no-words': 'holds {language}, and locales/{language}.json is missing',
  'decisive-not-offered': 'must hold {language}, whose text decides',
  'not-words': 'it must hold words by their keys',
  'not-json': 'it is no JSON ({reason})',
  'more-missing': 'so many more are missing: {others}',
  // The letter that people signed.
  unpublished:
    '{file} is no longer the text that people signed (version {version}). Say what the change is: npm run letter -- publish',
} as const

export type FaultCode = keyof typeof FAULTS

/** What is wrong, and what its sentence names. */
export type Fault = { code: FaultCode; values?: Record<string, string | number> }

/** A fault as the message of a schema, which is a text: `faultIn` reads it. */
export function fault(code: FaultCode, values?: Fault['values']): string {
  return JSON.stringify({ code, values } satisfies Partial<Fault>)
}

/** Fields that must stand together. */
export function mustHold(...names: string[]) {
  return fault('must-hold', { names: names.join(', '), fields: listed(names, 'and') })
}

/** One of a few values. */
export function notAChoice(names: readonly string[]) {
  return fault('not-a-choice', { names: names.join(', '), choices: listed(names, 'or') })
}

/** The fault that a message of a schema stands for; one of the schema's own words is told as it is. */
export function faultIn(message: string): Fault {
  try {
    const { code, values } = JSON.parse(message) as Fault
    if (Object.hasOwn(FAULTS, code)) return values ? { code, values } : { code }
  } catch {}
  return { code: 'other', values: { reason: message } }
}

function listed(names: readonly string[], last: 'and' | 'or') {
  return `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`
}

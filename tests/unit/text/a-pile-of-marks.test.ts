import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { LONGEST_BODY } from '#lib/broadcasts/broadcast-texts.ts'
import { anchorOf } from '#lib/content/anchor.ts'
import { preferredLanguage } from '#lib/content/preferred-language.ts'
import { storable } from '#lib/content/typed-text.ts'
import { readExportWish } from '#lib/exports/export-wish.ts'
import { readResendEvent } from '#lib/mail/webhooks/delivery-event.ts'
import { slugOf } from '#lib/news/news-slug.ts'
import { readTypedCode } from '#lib/organisers/sign-in/codes.ts'
import { findPasswordFault } from '#lib/organisers/sign-in/password-rules.ts'
import { guessColumns } from '#lib/paper/guess-columns.ts'
import { rowReader } from '#lib/paper/read-row.ts'
import { isCodeOf } from '#lib/signatures/confirmation-link.ts'
import { readTableAddress, readTableQuery } from '#lib/signatures/filters/filters.ts'
import { signatoryFilters } from '#lib/signatures/list-signatories.ts'
import { isNamedLike } from '#lib/signatures/queries/name-search.ts'
import { readReferrer } from '#lib/signatures/referrer.ts'
import { signatureForm } from '#lib/signatures/signature-form.ts'
import { readEmailAddress } from '#lib/text/email-address.ts'
import { ANY_LENGTH, LONGEST_TEXT, normalizeText } from '#lib/text/normalize-text.ts'
import { fold, searchKey } from '#lib/text/search-key.ts'
import { findTextFault, tidyText } from '#lib/text/text-rules.ts'
import { siteOf } from '#lib/text/website.ts'
import { findWebhookAddressFault } from '#lib/webhooks/webhook-address.ts'

/** As large as a request of ours may be: LARGEST_BODY_BYTES. */
const BODY_BYTES = 64 * 1024

/** Marks of several classes, in the order that costs most to put right. */
const MARKS = '\u0301\u0323\u0315\u031b\u0327\u0345'.repeat(BODY_BYTES / 12)

const CHOICES = { countries: ['FR'], categories: ['health-care'], languages: ['fr', 'en'] }

const field = (name: string) => (text: string) =>
  signatureForm(CHOICES).safeParse({
    name: 'Camille Roux',
    email: 'a@b.fr',
    consent: true,
    [name]: text,
  })

const readRow = rowReader({ categories: [], languages: ['fr', 'en'] })
const cell = (text: string) =>
  readRow(
    [text, text, text, text, text, text, text, text],
    ['name', 'email', 'country', 'category', 'kind', 'public', 'organisation', 'role'],
  )

/** Every way by which a text that somebody sends comes in. */
const WAYS_IN: Record<string, (text: string) => unknown> = {
  ...Object.fromEntries(
    ['name', 'email', 'organisation', 'role', 'website', 'statement', 'kind', 'country'].map(
      name => [`field ${name} of the form, the JSON endpoint and corrections`, field(name)],
    ),
  ),
  'where a reader came from': text => readReferrer({ referrerHost: text, cameFrom: text }),
  'search of the public list': text => signatoryFilters.parse({ q: text, after: text }),
  'search that was let through': text => isNamedLike(text).sql,
  'address typed with a code, or for a link of one’s own': readEmailAddress,
  'code of the mail': text => isCodeOf('a', text),
  'cell of a list on paper': cell,
  'head of a list on paper': text => guessColumns([text]),
  'search of the console': text => readTableQuery({ q: text, domain: text }),
  'rule of a bulk action': text => readTableAddress(`?q=${text}`),
  'reason of an export': text => readExportWish({ why: text }),
  'line of the console': text => findTextFault(tidyText(text), { graphemes: 280 }),
  'text of an update or of news': text => storable(text, LONGEST_BODY * 4),
  'title of news': text => slugOf('2026-11-29', text),
  'heading of a page': anchorOf,
  'address of a webhook': text => findWebhookAddressFault(text, 'https://letter.example.org'),
  'password of an organiser': text => findPasswordFault(text, []),
  'code of an organiser': readTypedCode,
  'body of a webhook': text => readResendEvent(JSON.stringify({ type: text })),
  'language that is wished': text => preferredLanguage(text, ['fr', 'en']),
  'key of a search': text => searchKey({ name: text, organisation: text }),
  'folded text': fold,
  website: siteOf,
}

describe.each(Object.entries(WAYS_IN))('64 kB of marks: %s', (_, takeIn) => {
  test('no text is put in order, or parted into letters, before its length was looked at', async () => {
    const normalize = vi.spyOn(String.prototype, 'normalize')
    const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment')
    await takeIn(MARKS)
    const normalized = normalize.mock.contexts.map(text => String(text).length)
    const parted = segment.mock.calls.map(([text]) => text.length)
    normalize.mockRestore()
    segment.mockRestore()
    expect(Math.max(0, ...normalized, ...parted)).toBeLessThanOrEqual(LONGEST_TEXT)
  })
})

test('all ways in together cost a fraction of putting these marks in order once', async () => {
  const once = await processorTime(() => MARKS.normalize('NFC'))
  const all = await processorTime(async () => {
    for (const takeIn of Object.values(WAYS_IN)) await takeIn(MARKS)
  })
  expect(all).toBeLessThan(once / 2)
})

test('a pile within a long text of our own is cut where no writing goes on', () => {
  const text = `a${'\u0301'.repeat(5_000)}b`
  expect(normalizeText(text, 'NFD', ANY_LENGTH)).toBe(`a${'\u0301'.repeat(30)}b`)
  expect(normalizeText('e\u0301', 'NFC')).toBe('é')
})

test('nothing else in the house calls for a normal form, or parts what strangers sent', () => {
  const files = ['app', 'components', 'lib', 'bin', 'server'].flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => join(folder, file)),
  )
  const callers = files.filter(file => {
    if (!/(?<!\.d)\.tsx?$/.test(file) || file.includes('generated')) return false
    return /\.normalize\(|Segmenter\(/.test(readFileSync(file, 'utf8'))
  })
  expect(callers.sort()).toEqual(MAY_LOOK_CLOSELY)
})

/** The one place; the rules of texts, after it; what reads the campaign’s own words, and what sets names that were taken in. */
const MAY_LOOK_CLOSELY = [
  'lib/content/share-texts.ts',
  'lib/delivery/pack/break-words.ts',
  'lib/delivery/pack/font-coverage.ts',
  'lib/text/normalize-text.ts',
  'lib/text/text-rules.ts',
  'lib/versions/what-changed.ts',
]

/** Of this process, in microseconds: other programs of the machine do not count. */
async function processorTime(work: () => unknown) {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

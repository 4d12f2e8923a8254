import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create } from 'fontkitten'
import { beforeAll, describe, expect, test } from 'vitest'
import { PROJECT_FOLDER } from '#lib/content/content-file.ts'
import { breakWords } from '#lib/delivery/pack/break-words.ts'
import { type Coverage, fontCoverage } from '#lib/delivery/pack/font-coverage.ts'
import { FALLBACK_FONTS, regularFile, SITE_FONTS } from '#lib/delivery/pack/fonts.ts'
import { setLetter } from '#lib/delivery/pack/letter-pdf.ts'
import { typeset } from '#lib/delivery/pack/typeset.ts'
import { printLanguageIn } from '#lib/delivery/print-content.ts'
import { posterPdf } from '#lib/sharing/poster.ts'
import { isPdfA, rightEdgesOf } from '../../support/checks/pdf.ts'
import { textOfPdf } from '../../support/checks/unpack-archive.ts'

const PRINTED_AT = new Date('2026-05-26T10:00:00Z')

/** As people of each script write themselves. */
const NAMES = {
  Amharic: 'አበበ ቢቂላ',
  Khmer: 'សុខ សុភាព',
  Burmese: 'အောင်ဆန်းစုကြည်',
  Tibetan: 'བསྟན་འཛིན་རྒྱ་མཚོ',
  Lao: 'ສົມພອນ ວົງສາ',
  Georgian: 'ნინო ბერიძე',
  Armenian: 'Արամ Խաչատրյան',
  Sinhala: 'සුනිල් පෙරේරා',
  Gujarati: 'નરેન્દ્ર પટેલ',
  Gurmukhi: 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ',
  Telugu: 'రాము నాయుడు',
  Kannada: 'ಕೃಷ್ಣ ಮೂರ್ತಿ',
  Malayalam: 'മീര നായർ',
  Oriya: 'ସୁବାଷ ଦାସ',
  Thaana: 'އަޙްމަދު',
  Thai: 'สมชาย ใจดี',
  Tamil: 'கமலா தேவி',
  Bengali: 'রবীন্দ্রনাথ ঠাকুর',
  Devanagari: 'प्रिया शर्मा',
  Arabic: 'محمد العلوي',
  Hebrew: 'נועה לוי',
  Greek: 'Ελένη Παππά',
  Cyrillic: 'Нұрсұлтан Шевченко',
  Korean: '김지우',
  Chinese: '李伟',
  Japanese: '山田 さくら',
  Inuktitut: 'ᐃᓄᒃᑎᑐᑦ',
  Tifinagh: 'ⵣⵡⴰ',
  Vietnamese: 'Nguyễn Thị Ngọc Ánh',
  marks: 'J̌án n̈ Ḿ̃',
  emoji: 'Zoé 😀 ❤️ 👩‍⚕️ 🇫🇷 👍🏽 1️⃣ 👨‍👩‍👧‍👦',
}

const UNKNOWN = { Mongolian: 'ᠮᠣᠩᠭᠣᠯ', Syriac: 'ܐܪܡܝܐ', 'private use': 'Zoé \ue000' }

function annexOf(...names: string[]) {
  const entries = names.map(name => [breakWords(name), `, ${breakWords(name)}`])
  const groups = [{ title: 'France', entries }]
  const tally = {
    number: '10',
    label: 'signatures',
    more: '3 organisations',
    earlier: null,
    provisional: null,
  }
  const sections = [false, true].map(isOrganisations => ({
    title: 'Signataires',
    isOrganisations,
    groups,
    unnamed: null,
  }))
  const words = { title: 'A', launchedBy: 'B', overline: 'C', heading: 'D', letter: 'E', foot: 'F' }
  return typeset('annex', { language: 'fr', ...words, tally, notes: [], sections }, PRINTED_AT)
}

let canSet: Coverage
beforeAll(() => {
  canSet = fontCoverage()
})

describe('names are set as people write themselves', () => {
  test.each(Object.entries(NAMES))('%s: %s', (_script, name) => {
    expect(canSet(name)).toBe(true)
    // PDF/A admits no letter that no font has.
    expect(isPdfA(annexOf(name))).toBe(true)
  })

  test.each(Object.entries(UNKNOWN))(
    '%s is told before, and set as far as it goes',
    (_script, name) => {
      expect(canSet(name)).toBe(false)
      const pdf = annexOf(name, 'Camille Dupont')
      expect(isPdfA(pdf)).toBe(false)
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    },
  )

  test('spaces, joiners and marks of direction need no font', () => {
    expect(canSet('\u2068A\u200bb\u00a0\n\u202e\u2069\u2066')).toBe(true)
    expect(canSet('')).toBe(true)
  })

  test('the fonts are those that the templates name, in any order', () => {
    const house = readFileSync(
      join(PROJECT_FOLDER, 'lib/delivery/pack/templates/house.typ'),
      'utf8',
    )
    const fonts = [...SITE_FONTS, ...FALLBACK_FONTS]
    for (const font of fonts) {
      const read = create(readFileSync(regularFile(font)))
      expect(house).toContain(`"${'familyName' in read ? read.familyName : ''}"`)
    }
    expect(house.match(/^ {2}"[^"]+",$/gm)).toHaveLength(FALLBACK_FONTS.length)
  })
})

describe('a word of any length stays on the page', () => {
  const MARGIN = 0.96
  const LONG = ['a', 'W', 'Ž', 'm', '@', 'ሀ', 'ა', 'م', 'क', 'ท', '李', '👩‍⚕️'].map(letter =>
    letter.repeat(80),
  )
  const edges = async (pdf: Buffer) => Math.max(...(await rightEdgesOf(pdf)))

  test.each(LONG)('in the annex: %s', async word => {
    expect(await edges(annexOf(word))).toBeLessThan(MARGIN)
  })

  test('in the letter, wherever it stands', async () => {
    const [word = ''] = LONG
    const letter = {
      ...printLanguageIn('fr'),
      title: word,
      addressee: word,
      launchedBy: word,
      blocks: [{ kind: 'paragraph' as const, children: [{ kind: 'text' as const, text: word }] }],
      firstSignatories: [
        { name: word, role: word },
        { name: word, role: word },
      ],
    }
    expect(await edges(setLetter(letter, { tally: null, foot: 'F' }, PRINTED_AT))).toBeLessThan(
      MARGIN,
    )
  })

  test('on the poster', async () => {
    const word = 'Krankenhausgesellschaft'.repeat(4)
    const poster = posterPdf(
      {
        language: 'de',
        kind: 'Brief',
        title: word,
        addressee: word,
        launchedBy: word,
        sentences: [word],
        invitation: word,
        address: `letter.example.org/${word}`,
      },
      'https://letter.example.org',
      PRINTED_AT,
    )
    expect(await edges(poster)).toBeLessThan(MARGIN)
  })

  test('what is not so long is left as it is', async () => {
    for (const text of ['Krankenhausgesellschaft', 'Nguyễn Thị Ngọc Ánh', 'JEAN-ÉRIC DE LA TOUR']) {
      expect(breakWords(text)).toBe(text)
    }
    const name = 'Wolfeschlegelsteinhausenbergerdorff'
    expect(breakWords(name).replaceAll('\u200b', '')).toBe(name)
    expect((await textOfPdf(annexOf(name))).replaceAll(/[\s\u200b]/g, '')).toContain(name)
  })
})

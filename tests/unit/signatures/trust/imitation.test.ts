import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFirstSignatories } from '#lib/content/first-signatories.ts'
import { readWatchList } from '#lib/content/watch-list.ts'
import { hasMixedWord, mixesScripts } from '#lib/signatures/trust/imitation.ts'
import { holdsKnownName, readAloud } from '#lib/signatures/trust/known-names.ts'
import confusables from '#lib/text/confusables.json' with { type: 'json' }
import { skeletonWords } from '#lib/text/skeleton.ts'
import { charactersOf } from '../../../support/checks/unicode-scripts.ts'

/** As lib/signatures/trust/find-hold-reasons.ts puts the two together. */
const isImitation = (name: string, known: string[]) =>
  mixesScripts(name) || known.some(each => holdsKnownName(readAloud(name), each))

const KNOWN = [
  ...readFirstSignatories('fr').map(({ name }) => name),
  ...readWatchList().flatMap(({ name, also }) => [name, ...also]),
]

describe('a name that imitates', () => {
  test.each([
    ['Cyrillic letters among Latin ones', 'Еmmanuel Маcron'],
    ['one Cyrillic letter in an unknown name', 'Cаmille Roux'],
    ['Greek among Latin', 'Αnna Smith'],
    ['Armenian among Latin', 'Jօhn Smith'],
    ['Cyrillic throughout, read as Latin', 'Вгаԁ Ѕмітн'],
    ['the very name', 'Emmanuel Macron'],
    ['other case and no accents', 'ANTONIO GUTERRES'],
    ['other order', 'Macron Emmanuel'],
    ['with a hyphen and spaces', 'Ban  Ki moon'],
    ['a digit for a letter', 'Emmanue1 Macr0n'],
    ['a capital I for an l', 'EmmanueI Macron'],
    ['rn for m', 'Brad Srnith'],
    ['rn for m, twice', 'Ernrnanuel Macron'],
    ['one letter doubled', 'Emmanuel Maccron'],
    ['one letter forgotten', 'Ursula von der Leyn'],
    ['a zero-width letter inside', 'Emmanuel Mac\u200bron'],
    ['letters of mathematics', '𝐄𝐦𝐦𝐚𝐧𝐮𝐞𝐥 𝐌𝐚𝐜𝐫𝐨𝐧'],
    ['full-width letters', 'Ｂｒａｄ Ｓｍｉｔｈ'],
    ['a first signatory, exactly', 'Eva Chen'],
    ['Hangul fillers inside', 'Emma\u3164nuel Mac\uffa0ron'],
    ['Hangul fillers for spaces', 'Emmanuel\u3164Macron'],
    ['Hangul jamo fillers', '\u115fEmmanuel\u1160 Macron'],
    ['a soft hyphen, a joiner, a variation selector', 'Em\u00adma\u200dnuel Macron\ufe0f'],
    ['the Latin alpha', 'Emmɑnuel Mɑcron'],
    ['small capitals', 'ᴇᴍᴍᴀɴᴜᴇʟ ᴍᴀᴄʀᴏɴ'],
    ['letters that do not decompose', 'Emmanuel Macrøn'],
    ['Cherokee throughout', 'ᎬᏙᎪ ᏟhᎬΝ'],
    ['letters of Lisu', 'ꓰꓦꓮ ꓚꓧꓰꓠ'],
    ['a dotless i', 'Bɾad Smıth'],
    ['vv for w', 'Igor lvanovv'],
    ['a title', 'Président Emmanuel Macron'],
    ['a title that touches the name', 'Dr.Emmanuel Macron'],
    ['a title without a space', 'MrEmmanuel Macron'],
    ['a title without a space or a capital', 'presidentemmanuel macron'],
    ['two titles', 'S.E. M. Emmanuel Macron'],
    ['Her Excellency', 'Her Excellency Ursula von der Leyen'],
    ['a word behind', 'Emmanuel Macron officiel'],
    ['a word behind that touches', 'EmmanuelMacronOfficiel'],
    ['a country behind', 'President Emmanuel Macron (France)'],
    ['all of it in one', 'xxemmanuelmacronxx'],
    ['no spaces', 'emmanuelmacron'],
    ['no spaces, the other way round', 'MacronEmmanuel'],
    ['spaces between the letters', 'E m m a n u e l  M a c r o n'],
    ['full stops', 'Emmanuel.Macron'],
    ['a dash of typography', 'Emmanuel – Macron'],
    ['low lines', '_Emmanuel_Macron_'],
    ['a second name', 'Emmanuel Jean-Michel Frédéric Macron'],
    ['other order, with a comma', 'MACRON, Emmanuel'],
    ['the small words left out', 'Ursula Leyen'],
    ['another order of four words', 'von der Leyen Ursula'],
    ['emoji around', '🇫🇷 Emmanuel 🇫🇷 Macron'],
    ['an organisation as a name', 'ICRC'],
    ['an organisation as a name, in French', 'Comité International de la Croix Rouge'],
  ])('%s: %s', (_, name) => {
    expect(isImitation(name, KNOWN)).toBe(true)
  })
})

describe('a name of somebody else', () => {
  test.each([
    'Brad Smithson',
    'Eva Cheng',
    'Brigitte Macron',
    'Emma Macron',
    'Margaret Chandler',
    'Ursula von der Heyden',
    'Jürgen Müller',
    'Camille Roux',
    "Siobhán O'Hara",
    'Nguyễn Thị Minh Khai',
    '李伟',
    '佐藤 陽子',
    'ジョン・スミス',
    '김지우',
    'Юлия Новикова',
    'Олена Шевченко',
    'Γιώργος Παππάς',
    'Արամ Խաչատրյան',
    'محمد حداد',
    'נועה לוי',
    'प्रिया शर्मा',
    'Łucja Wójcik',
    'Bernard Cornu',
    'X',
    'Emmanuel Martin',
    'Emmanuelle Macaron-Blanc',
    'Eva Cheney',
    'Brad Smythson',
    'Chantal Evan',
    'Marie-Eve Chenu',
    'Igor Ivanovitch Petrov',
    'Margaret Chanel',
    'Ban Kim',
    'Who Am I',
    'Omsk Iwan',
    'Unice Fournier',
    'M. Onu-Obi',
  ])('%s', name => {
    expect(isImitation(name, KNOWN)).toBe(false)
  })
})

const GIVEN_NAMES =
  'Adam Agnès Aïcha Alain Amina Ana Anna Antoine Antonio Ben Brad Bruno Camille Chen Chloé Clara Claude Daniel David Élodie Emma Emmanuel Emmanuelle Eric Eva Fatima Felix Francis Gabriel Hassan Hélène Igor Inès Ivan Jean Jeanne João John José Julia Karim Laura Léa Louis Lucie Madeleine Margaret Maria Marie Marietje Mario Martin Michel Mikhail Mohamed Nadia Noor Olga Omar Paul Pierre Sara Sofia Stéphane Tedros Thomas Ursula Wei Yann Zeid Zoé'.split(
    ' ',
  )
const FAMILY_NAMES =
  'Albert Ali Bauer Becker Bernard Blanc Braun Chandler Chang Cheng Chevalier Cohen Costa Diallo Dubois Duguet Durand Egger Fischer Fournier Garcia Garnier Girard Guerrero Guterman Haddad Hoffmann Hussain Ivanenko Ivanova Jansen Jones Kaspar Kim Klein Lambert Laurent Lefèvre Leroy Leyden Li Lopez Macé Marchand Martin Masson Meyer Moreau Müller Nguyễn Novak O’Neill Petit Ramos Richard Robert Rossi Roux Santos Schmidt Schneider Silva Simon Singh Smit Smitt Sorensen Tan Vincent Wagner Weber Wong Zhang'.split(
    ' ',
  )

test('nobody with an ordinary name waits for a look', () => {
  const held = GIVEN_NAMES.flatMap(given =>
    FAMILY_NAMES.map(family => `${given} ${family}`),
  ).filter(name => isImitation(name, KNOWN) || isImitation(`Dr ${name}`, KNOWN))
  // Of these 5,000 only who is one letter from a first signatory.
  expect(held).toEqual(['Brad Smitt'])
})

test('whatever stands around a known name and in it, it is read', () => {
  const known = fc.constantFrom(...KNOWN.filter(name => name.includes(' ')))
  const unseen = fc.constantFrom(...charactersOf(/^\p{Default_Ignorable_Code_Point}$/u))
  const around = fc.constantFrom('', 'Dr ', 'Mme ', 'Président ', 'the real ', 'Prof. ')
  fc.assert(
    fc.property(known, unseen, around, fc.nat(), (name, sign, title, at) => {
      const place = at % (name.length + 1)
      const typed = `${title}${name.slice(0, place)}${sign}${name.slice(place)} (officiel)`
      expect(isImitation(typed, KNOWN)).toBe(true)
    }),
  )
})

test('each letter that UTS #39 takes for another is taken for it here', () => {
  const ofLatin = Object.entries(confusables.lookAlikes).filter(([seen]) => /^[a-zA-Z]$/.test(seen))
  const missed = ofLatin.flatMap(([seen, characters]) =>
    [...characters].filter(character => {
      const name = `${character}mmanuel`
      return skeletonWords(name).join('') !== skeletonWords(`${seen}mmanuel`).join('')
    }),
  )
  expect(missed).toEqual([])
})

test('an organisation’s word that mixes scripts imitates; words of two scripts do not', () => {
  expect(hasMixedWord('СHU de Lyon')).toBe(true)
  expect(hasMixedWord('Microsоft')).toBe(true)
  expect(hasMixedWord('ООО Siemens')).toBe(false)
  expect(hasMixedWord('CHU de Lyon, 3ᵉ étage')).toBe(false)
})

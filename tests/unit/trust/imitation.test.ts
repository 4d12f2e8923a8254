import { describe, expect, test } from 'vitest'
import { readFirstSignatories } from '#lib/letter/first-signatories.ts'
import { readWatchList } from '#lib/letter/watch-list.ts'
import { hasMixedWord, isImitation } from '#lib/signatures/trust/imitation.ts'

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
  ])('%s', name => {
    expect(isImitation(name, KNOWN)).toBe(false)
  })
})

test('an organisation’s word that mixes scripts imitates; words of two scripts do not', () => {
  expect(hasMixedWord('СHU de Lyon')).toBe(true)
  expect(hasMixedWord('Microsоft')).toBe(true)
  expect(hasMixedWord('ООО Siemens')).toBe(false)
  expect(hasMixedWord('CHU de Lyon, 3ᵉ étage')).toBe(false)
})

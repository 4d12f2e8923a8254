const LETTERS = new Map(
  [...'abcdefghijklmnopqrstuvwxyz'].map((latin, place) => [
    latin,
    'ابكديفجهيزكلمنوبقرستوفوخيز'[place] ?? latin,
  ]),
)

/** What a program reads: arguments, the names of plural forms, tags, addresses. */
const NOT_WORDS =
  /\{\w+\}|\{\w+, \w+\}|\{\w+, \w+,|(?:=\d+|zero|one|two|few|many|other) \{|<\/?\w+>|\S+@\S+|https?:\S+/g

/** An English sentence of locales/ as it might look in Arabic: its letters, in the same number. */
export function inArabicLetters(sentence: string) {
  let at = 0
  let written = ''
  for (const { 0: kept, index } of sentence.matchAll(NOT_WORDS)) {
    written += writtenInArabic(sentence.slice(at, index)) + kept
    at = index + kept.length
  }
  return written + writtenInArabic(sentence.slice(at))
}

function writtenInArabic(text: string) {
  return text.replace(/[a-z]/gi, latin => LETTERS.get(latin.toLowerCase()) ?? latin)
}

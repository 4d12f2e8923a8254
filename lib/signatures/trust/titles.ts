import { joinWords, skeletonWords } from '#lib/text/skeleton.ts'

/** What stands before a name and is no part of it, in the languages of those who sign. */
const BEFORE = {
  fr: `m mr mm mme mmes mlle dr dre pr pre prof me professeur professeure docteur docteure maître
    monsieur madame mademoiselle monseigneur mgr majesté s.m. altesse s.a. excellence s.e. s.e.m.
    s.exc. éminence s.em. sainteté s.s. honorable président présidente ancien ancienne premier
    première ministre député députée sénateur sénatrice ambassadeur ambassadrice général générale
    directeur directrice secrétaire roi reine prince princesse pape officiel compte`,
  en: `mr mrs ms miss mx dr prof professor doctor sir dame lord lady hon honourable honorable
    majesty highness h.m. h.r.h. excellency h.e. eminence holiness reverend rev president vice prime
    minister senator ambassador general director secretary king queen prince princess pope former
    official account real the`,
  de: `herr frau dr prof dipl ing exzellenz präsident präsidentin kanzler kanzlerin minister
    ministerin bundeskanzler bundespräsident`,
  es: `sr sra srta don doña dña dra presidente presidenta ministro ministra excelencia`,
  it: `sig sig.ra dott dott.ssa avv on presidente eccellenza`,
}

/** What somebody adds behind a name who wishes to be taken for its bearer. */
const BEHIND = `officiel officielle official offiziell oficial ufficiale president président
  presidente premier minister ministre pr fr eu vrai real`

/** As an eye takes them, without spaces and full stops (lib/text/skeleton.ts). */
const seen = (titles: string) => titles.split(/\s+/).map(title => joinWords(skeletonWords(title)))

const TITLES_BEFORE: ReadonlySet<string> = new Set(Object.values(BEFORE).flatMap(seen))
const WORDS_BEHIND: ReadonlySet<string> = new Set(seen(BEHIND))

const LONGEST_TITLE = Math.max(...[...TITLES_BEFORE, ...WORDS_BEHIND].map(title => title.length))

/** A word, and what is left of it without the titles that may touch its beginning or its end. */
export function withoutTitles(word: string): string[] {
  const rests = lengths(word).filter(length => TITLES_BEFORE.has(word.slice(0, length)))
  return [word, ...rests.map(length => word.slice(length))].flatMap(withoutWordsBehind)
}

function withoutWordsBehind(word: string) {
  const rests = lengths(word).filter(length => WORDS_BEHIND.has(word.slice(-length)))
  return [word, ...rests.map(length => word.slice(0, -length))]
}

function lengths(word: string) {
  return Array.from({ length: Math.min(LONGEST_TITLE, word.length - 1) }, (_, index) => index + 1)
}

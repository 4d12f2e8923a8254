import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inArabicLetters } from './in-arabic-letters.ts'

export const THIRD_LANGUAGE = 'ar'

/** Adds Arabic to a copy of the project, as a translator would: by new files alone. */
export function addThirdLanguage(projectCopy: string) {
  cpSync(join(import.meta.dirname, 'content'), join(projectCopy, 'content'), {
    recursive: true,
    force: false,
    errorOnExist: true,
  })
  for (const kind of ['pages', 'news']) copyMissing(join(projectCopy, 'content', kind))
  const locales = join(projectCopy, 'locales')
  const english = readJson(join(locales, 'en.json'))
  const words = withMissing(readJson(join(import.meta.dirname, 'words.json')), english)
  writeFileSync(join(locales, `${THIRD_LANGUAGE}.json`), JSON.stringify(words))
}

/** Messages of the interface: sentences, and groups of them. */
type Messages = { [key: string]: string | Messages }

function readJson(file: string): Messages {
  return JSON.parse(readFileSync(file, 'utf8'))
}

function withMissing(translated: Messages, english: Messages): Messages {
  const whole = Object.entries(english).map(([key, said]) => {
    const here = translated[key]
    if (typeof said === 'string') return [key, here ?? inArabicLetters(said)]
    return [key, withMissing(typeof here === 'object' ? here : {}, said)]
  })
  return { ...translated, ...Object.fromEntries(whole) }
}

function copyMissing(texts: string) {
  for (const name of readdirSync(texts)) {
    const translation = join(texts, name, `${THIRD_LANGUAGE}.md`)
    if (!existsSync(translation)) copyFileSync(join(texts, name, 'en.md'), translation)
  }
}

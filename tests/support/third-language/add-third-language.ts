import { copyFileSync, cpSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export const THIRD_LANGUAGE = 'eo'

/** Adds Esperanto to a copy of the project, as a translator would: by new files alone. */
export function addThirdLanguage(projectCopy: string) {
  const translations = join(import.meta.dirname, 'content')
  cpSync(translations, join(projectCopy, 'content'), {
    recursive: true,
    force: false,
    errorOnExist: true,
  })
  for (const kind of ['pages', 'news']) copyMissing(join(projectCopy, 'content', kind))
  const locales = join(projectCopy, 'locales')
  copyFileSync(join(locales, 'en.json'), join(locales, `${THIRD_LANGUAGE}.json`))
}

function copyMissing(texts: string) {
  for (const name of readdirSync(texts)) {
    const translation = join(texts, name, `${THIRD_LANGUAGE}.md`)
    if (!existsSync(translation)) copyFileSync(join(texts, name, 'en.md'), translation)
  }
}

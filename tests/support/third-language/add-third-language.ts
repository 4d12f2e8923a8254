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
  for (const page of readdirSync(join(projectCopy, 'content', 'pages'))) {
    const folder = join(projectCopy, 'content', 'pages', page)
    const translation = join(folder, `${THIRD_LANGUAGE}.md`)
    if (!existsSync(translation)) copyFileSync(join(folder, 'en.md'), translation)
  }
  const locales = join(projectCopy, 'locales')
  copyFileSync(join(locales, 'en.json'), join(locales, `${THIRD_LANGUAGE}.json`))
}

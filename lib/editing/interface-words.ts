import { PROJECT_FOLDER, readText } from '#lib/content/content-file.ts'
import { translatedLanguages } from '#lib/content/languages.ts'

/** The words of the interface in a language, as a translator begins with them; null where there are none. */
export function readInterfaceWords(language: string, root = PROJECT_FOLDER): string | null {
  if (!translatedLanguages(root).includes(language)) return null
  return readText(root, `locales/${language}.json`)
}

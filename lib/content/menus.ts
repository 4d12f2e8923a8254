import { z } from 'zod'
import { ContentError, type ContentMistake } from './content-error.ts'
import { PROJECT_FOLDER, readYamlFile } from './content-file.ts'
import { type FaultCode, fault } from './faults.ts'
import { words } from './fields.ts'
import { memoize } from './memoize.ts'
import { pageNames, readPage } from './page.ts'

const FILE = 'content/pages.yaml'

const names = z.array(words, { error: fault('not-a-list', { what: 'pages' }) })
const menus = z.strictObject({ letter: names, site: names })

/** Names of the pages of each menu, in order. */
type Menus = z.infer<typeof menus>

/** What a menu says of a page; its address is its name below the language. */
type MenuEntry = { name: string; title: string; description: string }

/**
 * Reads content/pages.yaml.
 * @throws ContentError naming each page that is in no menu, in two, or nowhere else.
 */
export function readMenus(root = PROJECT_FOLDER): Menus {
  return memoize(root, FILE, () => readFrom(root))
}

/** The pages of one menu, in the words of a language. */
export function menuIn(language: string, menu: keyof Menus, root = PROJECT_FOLDER): MenuEntry[] {
  return memoize(root, `${menu} menu ${language}`, () =>
    readMenus(root)[menu].map(name => {
      const { title, description } = readPage(name, language, root)
      return { name, title, description }
    }),
  )
}

function readFrom(root: string): Menus {
  const found = readYamlFile(root, FILE, menus)
  const listed = [...found.letter, ...found.site]
  const written = pageNames(root)
  const mistakes = [
    ...listed
      .filter((name, place) => listed.indexOf(name) !== place)
      .map(name => about(name, 'page-twice')),
    ...listed.filter(name => !written.includes(name)).map(name => about(name, 'no-page')),
    ...written.filter(name => !listed.includes(name)).map(name => about(name, 'in-no-menu')),
  ]
  if (mistakes.length > 0) throw new ContentError(mistakes)
  return found
}

function about(page: string, code: FaultCode): ContentMistake {
  return { file: FILE, code, values: { page } }
}

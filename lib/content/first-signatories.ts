import { z } from 'zod'
import { readSettings } from './campaign-settings.ts'
import { PROJECT_FOLDER, readYamlFile } from './content-file.ts'
import { fault } from './faults.ts'
import { day, words, wordsFor } from './fields.ts'
import { memoize } from './memoize.ts'

/** Somebody who signed before this site opened. Shown, never counted. */
export type FirstSignatory = {
  name: string
  /** In the language asked for. */
  role: string
  /** Code of a category of content/campaign.yaml. */
  category: string
  /** Day she or he joined, ISO 8601. */
  joined: string
}

/**
 * Reads content/first-signatories.yaml and the roles of content/first-signatories/<language>.yaml,
 * in the order of the file.
 * @throws ContentError naming the file, and the name or field that is missing or wrong.
 */
export function readFirstSignatories(language: string, root = PROJECT_FOLDER): FirstSignatory[] {
  const file = `content/first-signatories/${language}.yaml`
  return memoize(root, file, () => readFrom(root, file))
}

function readFrom(root: string, file: string): FirstSignatory[] {
  const people = readPeople(root)
  const roles = readYamlFile(root, file, wordsFor(people.map(person => person.name)))
  return people.map(person => ({ ...person, role: roles[person.name] ?? '' }))
}

function readPeople(root: string) {
  const { categories } = readSettings(root)
  const person = z.strictObject({
    name: words,
    category: z.enum(categories, fault('not-a-category')),
    joined: day,
  })
  const people = z
    .array(person, { error: fault('not-a-list', { what: 'people' }) })
    .refine(hasEachOnce, fault('person-twice'))
  return readYamlFile(root, 'content/first-signatories.yaml', people)
}

function hasEachOnce(people: { name: string }[]) {
  return new Set(people.map(person => person.name)).size === people.length
}

import { z } from 'zod'
import { PROJECT_FOLDER, readYamlFile } from './content-file.ts'
import { fault } from './faults.ts'
import { words } from './fields.ts'
import { memoize } from './memoize.ts'

const FILE = 'content/watch-list.yaml'

/** A watched name: a person or organisation that others may impersonate. */
export type Watched = {
  name: string
  /** Other names and abbreviations of the same. */
  also: string[]
  /** E-mail domains of the organisation itself. */
  domains: string[]
}

const HOST = /^([a-z0-9-]+\.)+[a-z0-9-]{2,}$/

const domain = words.refine(text => HOST.test(text), fault('not-a-domain'))

const watched = z.union(
  [
    words.transform(name => ({ name, also: [], domains: [] })),
    z.strictObject({
      name: words,
      also: z.array(words).default([]),
      domains: z.array(domain).default([]),
    }),
  ],
  fault('not-watched'),
)

/**
 * Watched names: a signature in which one of them can be read is held for review. First signatories need not be
 * listed.
 * @throws ContentError naming the entry of content/watch-list.yaml that is wrong.
 */
export function readWatchList(root = PROJECT_FOLDER): Watched[] {
  return memoize(root, FILE, () => readYamlFile(root, FILE, z.array(watched)))
}

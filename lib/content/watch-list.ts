import { z } from 'zod'
import { PROJECT_FOLDER, readYamlFile } from './content-file.ts'
import { words } from './fields.ts'
import { memoize } from './memoize.ts'

const FILE = 'content/watch-list.yaml'

/** A person or an organisation whose name others may borrow. */
export type Watched = {
  name: string
  /** Other names and abbreviations of the same. */
  also: string[]
  /** Whoever writes from an address of these speaks for the organisation itself. */
  domains: string[]
}

const HOST = /^([a-z0-9-]+\.)+[a-z0-9-]{2,}$/

const domain = words.refine(text => HOST.test(text), 'must be a domain such as example.org')

const watched = z.union(
  [
    words.transform(name => ({ name, also: [], domains: [] })),
    z.strictObject({
      name: words,
      also: z.array(words).default([]),
      domains: z.array(domain).default([]),
    }),
  ],
  'must be a name, or a name with `also` and `domains`',
)

/**
 * Names that others may borrow: a signature in which one of them can be read waits for an organiser's
 * look. The first signatories need not stand here.
 * @throws ContentError naming the entry of content/watch-list.yaml that is wrong.
 */
export function readWatchList(root = PROJECT_FOLDER): Watched[] {
  return memoize(root, FILE, () => readYamlFile(root, FILE, z.array(watched)))
}

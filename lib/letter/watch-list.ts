import { z } from 'zod'
import { PROJECT_FOLDER, readYamlFile } from './content-file.ts'
import { words } from './fields.ts'
import { remember } from './remember.ts'

const FILE = 'content/watch-list.yaml'

/**
 * Names that others may borrow: a signature that looks like one waits for an organiser's look. The
 * first signatories need not stand here.
 * @throws ContentError naming the entry of content/watch-list.yaml that is wrong.
 */
export function readWatchList(root = PROJECT_FOLDER): string[] {
  return remember(root, FILE, () => readYamlFile(root, FILE, z.array(words)))
}

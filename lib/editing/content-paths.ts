/** A language as files are named by it (BCP 47). */
const LANGUAGE = '[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}'

/** What a page or a piece of news is called in addresses. */
const NAME = '[a-z0-9]{1,80}(?:-[a-z0-9]{1,80}){0,20}'

/** The files below content/ that the console reads and writes: all that the site reads, and no others. */
const KINDS = {
  campaign: /^campaign\.yaml$/,
  'campaign-words': new RegExp(`^campaign/${LANGUAGE}\\.yaml$`),
  letter: new RegExp(`^letter/${LANGUAGE}\\.md$`),
  'first-signatories': /^first-signatories\.yaml$/,
  'first-signatories-roles': new RegExp(`^first-signatories/${LANGUAGE}\\.yaml$`),
  'watch-list': /^watch-list\.yaml$/,
  look: /^look\/(drawing|logo)\.svg$/,
  menus: /^pages\.yaml$/,
  page: new RegExp(`^pages/${NAME}/${LANGUAGE}\\.md$`),
  news: new RegExp(`^news/${NAME}/${LANGUAGE}\\.md$`),
} as const satisfies Record<string, RegExp>

export type ContentKind = keyof typeof KINDS

/** Longest path, in characters. */
const LONGEST_PATH = 200

/** What a path below content/, such as letter/fr.md, holds; null for one that is none of the site's. */
export function kindOfPath(path: string): ContentKind | null {
  if (path.length > LONGEST_PATH) return null
  const found = Object.entries(KINDS).find(([, pattern]) => pattern.test(path))
  return found ? (found[0] as ContentKind) : null
}

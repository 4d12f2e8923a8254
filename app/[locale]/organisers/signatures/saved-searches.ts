import { getMessages } from 'next-intl/server'
import { type Filters, queryOf } from '#lib/signatures/filters/filters.ts'

/** What organisers look for every day. */
const SEARCHES = {
  all: {},
  held: { status: 'held' },
  reported: { status: 'confirmed', mark: 'reported' },
  statements: { status: 'confirmed', statement: 'waiting' },
  featured: { mark: 'featured' },
  hidden: { mark: 'hidden' },
  removed: { status: 'removed' },
} as const satisfies Record<string, Filters>

/** The saved searches as links, with the one that is open now. */
export async function savedSearches(locale: string, filters: Filters) {
  const words = (await getMessages({ locale })).organisers.signatures.saved
  const current = queryOf(filters)
  return Object.entries(SEARCHES).map(([name, search]) => ({
    name: words[name as keyof typeof SEARCHES],
    href: `/${locale}/organisers/signatures${queryOf(search)}`,
    isCurrent: queryOf(search) === current,
  }))
}

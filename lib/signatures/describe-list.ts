import { describerOfSignatories, type SignatoryDescription } from './describe-signatory.ts'
import { queryOf, withoutEmpty } from './filters/filters.ts'
import { listSignatories, type SignatoryFilters, signatoryFilters } from './list-signatories.ts'

/** Address of the public list, below the language. */
export const LIST_PATH = '/signatories'

/** One page of the public list, in the words of its reader's language. */
export type ListDescription = {
  /** What was asked for, as it was understood. */
  filters: SignatoryFilters
  /** The search as it was typed; undefined without one. */
  typed: string | undefined
  /** Its own path and query, below the language. */
  path: string
  signatories: SignatoryDescription[]
  /** Address of the next page; undefined on the last one. */
  nextHref: string | undefined
  /** Address of the first page; undefined on that one. */
  newestHref: string | undefined
}

/** The query of an address; of what stands there twice, all. */
export type AskedOfList = Record<string, string | string[] | undefined>

/** What a query asks of the list. */
export function readListQuery(asked: AskedOfList): SignatoryFilters {
  return signatoryFilters.parse(withoutEmpty(asked))
}

/** Whether something else is asked for than all names from the first on. */
export function isFiltered({ q, kind, category, country, after }: SignatoryFilters) {
  return Boolean(q || kind || category || country || after)
}

/**
 * The page of the list that is asked for.
 * @throws if the database does not answer
 */
export async function describeList(
  filters: SignatoryFilters,
  asked: AskedOfList,
  locale: string,
): Promise<ListDescription> {
  const { signatories, next } = await listSignatories(filters)
  const hrefOf = (others: Partial<SignatoryFilters>) =>
    `/${locale}${listPath({ ...filters, ...others })}`
  return {
    filters,
    typed: filters.q ? String(asked.q) : undefined,
    path: listPath(filters),
    signatories: signatories.map(describerOfSignatories(locale)),
    nextHref: next ? hrefOf({ after: next }) : undefined,
    newestHref: filters.after ? hrefOf({ after: undefined }) : undefined,
  }
}

/** The address of a page of the list, below the language. */
export function listPath({ q, kind, category, country, after }: Partial<SignatoryFilters>) {
  return LIST_PATH + queryOf({ q, kind, category, country, after })
}

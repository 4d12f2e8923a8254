// List page: a search or a later page of the list, filled in for each reader (docs/decisions/0043-made-once-filled-in.md).
import type { IncomingMessage } from 'node:http'
import { languages } from '#lib/content/languages.ts'
import { CLIENT_ADDRESS_HEADER } from '#lib/security/client-address.ts'
import { LIST_PROBLEM_HEADER } from '#lib/security/own-headers.ts'
import { consumeRateLimit } from '#lib/security/rate-limits.ts'
import {
  describeList,
  isFiltered,
  LIST_PATH,
  readListQuery,
} from '#lib/signatures/describe-list.ts'
import { cutList, fillList, pathOfPlaces } from '#lib/signatures/list-places.ts'
import { type Filled, isRead, type Make, pageTemplates } from './page-templates.ts'

const LIST = new RegExp(`^/([a-zA-Z-]{2,16})${LIST_PATH}\\?(.+)$`)

const fillIn = pageTemplates(cutList)

/**
 * A search or a later page of the public list, without asking Next for it. Whatever else there is to say is Next's, which
 * is told what is known already: too many searches, a database that does not answer.
 * @returns 'next' where Next makes the page
 */
export async function showListPage(request: IncomingMessage, make: Make): Promise<Filled> {
  const [, locale = '', query = ''] = (isRead(request) && LIST.exec(request.url ?? '')) || []
  if (!languages().includes(locale)) return 'next'
  const pairs = [...new URLSearchParams(`?${query}`)]
  const asked = Object.fromEntries(pairs)
  const filters = readListQuery(asked)
  const isTwice = Object.keys(asked).length < pairs.length
  if (isTwice || !isFiltered(filters)) return 'next'
  const address = String(request.headers[CLIENT_ADDRESS_HEADER] ?? '')
  const isTooMuch = filters.q && (await consumeRateLimit('search', address))
  const list = isTooMuch ? null : await describeList(filters, asked, locale).catch(() => null)
  if (list) {
    const path = `/${locale}${pathOfPlaces(list)}`
    return fillIn(path, request, make, page => fillList(page, list))
  }
  request.headers[LIST_PROBLEM_HEADER] = isTooMuch ? 'tooMany' : 'error'
  return 'next'
}

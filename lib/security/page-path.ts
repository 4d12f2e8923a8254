/** The request header that carries path and query from the request guard to pages and actions. */
export const PAGE_PATH_HEADER = 'x-page-path'

/** The request header that carries path and query from the front door to pages and actions. */
export const PAGE_PATH_HEADER = 'x-page-path'

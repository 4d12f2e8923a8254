// Request headers that the server itself sends to pages. Nobody else may: the request guard takes them off.

/** Asks for a page with places in it (lib/text/places.ts). */
export const PLACES_HEADER = 'x-places'

/** Tells the page of the list why it has no names to show, which the server has found out already: tooMany, error. */
export const LIST_PROBLEM_HEADER = 'x-list-problem'

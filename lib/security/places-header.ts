/** Of the server's own request for a page with places in it (lib/text/places.ts). Nobody else may send it. */
export const PLACES_HEADER = 'x-places'

import { headers } from 'next/headers'
import { PLACES_HEADER } from '#lib/security/own-headers.ts'
import { typedAddressIn } from '#lib/security/typed-address.ts'
import { place } from '#lib/text/places.ts'

/**
 * The address that this browser sent in the form, for the page after it; null once it forgot. In a page that is made
 * for many it is a place, which server/check-mail-page.ts fills in.
 */
export async function shownAddress() {
  const asked = await headers()
  return asked.has(PLACES_HEADER) ? place('address') : typedAddressIn(asked.get('cookie') ?? '')
}

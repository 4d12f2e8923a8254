import { cookieName, setCookie } from './cookies.ts'
import { decrypt, encrypt } from './encryption.ts'

/** How long a browser keeps the address that was typed in the form, in minutes. */
export const TYPED_ADDRESS_MINUTES = 30

const PURPOSE = 'typed-address'

const IN_COOKIES = new RegExp(`(?:^|;\\s*)${cookieName('typed')}=([\\w-]{40,800})(?:;|$)`)

/**
 * The Set-Cookie header by which the page after signing shows the address that was typed. The browser holds what its
 * owner wrote, encrypted; the server keeps nothing for it, and so says nothing of whether the address is known.
 */
export function rememberTypedAddress(address: string) {
  const value = encrypt(PURPOSE, Buffer.from(address)).toString('base64url')
  return setCookie('typed', value, TYPED_ADDRESS_MINUTES * 60)
}

/** The same once it is not needed any more. */
export function forgetTypedAddress() {
  return setCookie('typed', '', 0)
}

/** The address in a Cookie header; null where there is none that we wrote. */
export function typedAddressIn(cookies: string) {
  const [, value] = IN_COOKIES.exec(cookies) ?? []
  if (!value) return null
  try {
    return decrypt(PURPOSE, Buffer.from(value, 'base64url')).toString()
  } catch {
    return null
  }
}

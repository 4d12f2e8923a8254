import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'

/**
 * Leads from an action to a page of the console as it is now. A redirect alone shows what was there
 * before where the address has a `#part` and is the same but for that: Next takes it for a jump.
 */
export function showPage(path: string): never {
  refresh()
  redirect(path)
}

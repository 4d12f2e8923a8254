import { fold } from './fold-text.ts'

export { fold }

/** What the search looks through for one signature. */
export function searchKey(signature: { name: string; organisation: string | null }) {
  return fold(`${signature.name} ${signature.organisation ?? ''}`)
}

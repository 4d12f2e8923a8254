/** Text reduced for search: no case, no accents or other marks, single spaces. */
export function fold(text: string) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** What the public list's search looks through for one signature. */
export function searchKey(signature: { name: string; organisation: string | null }) {
  return fold(`${signature.name} ${signature.organisation ?? ''}`)
}

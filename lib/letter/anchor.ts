/** The fragment that leads to a heading: its words in small letters, in any script, joined by hyphens. */
export function anchorOf(text: string) {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join('-')
}

/**
 * A name within a sentence, kept from turning round what stands beside it where it is written from right to left: FSI and
 * PDI (UAX #9, section 3.1.2), as `<bdi>` does in HTML.
 */
export function isolated(name: string) {
  return `\u2068${name}\u2069`
}

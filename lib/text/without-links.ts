/** What stands within an address of the web or of a mailbox, and of which programs that show mails make links. */
const WITHIN_AN_ADDRESS = /(?<=\S)[.。．｡@:](?=\S)/gu

const ZERO_WIDTH_SPACE = '\u200b'

/**
 * A name as a mail shows it: the same to the eye, and no program makes a link of a part of it, whatever
 * suffixes it knows. Names that read as addresses are refused; this is for those that came before, or
 * from a list on paper.
 */
export function withoutLinks(name: string) {
  return name.replace(WITHIN_AN_ADDRESS, sign => sign + ZERO_WIDTH_SPACE)
}

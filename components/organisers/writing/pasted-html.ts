/** Word writes an item of a list as a paragraph, with its bullet or number as words before it. */
const WORD_ITEM = 'p[class*="MsoListParagraph"], p[data-style*="mso-list"]'
const WORD_BULLET = '[data-style*="mso-list:Ignore"], [data-style*="mso-list: Ignore"]'

/**
 * What was copied in a word processor, as HTML whose lists are lists. What the schema has no place for
 * (pictures, tables, colours, fonts) is left out by the editor afterwards.
 */
export function readPastedHtml(html: string): string {
  // The policy of the page refuses styles of strangers: what they say of bold and italic is read as data.
  const plain = html.replace(/(<[a-z][^<>]*?\s)style(?=\s*=)/gi, '$1data-style')
  if (!/MsoListParagraph|mso-list/i.test(plain)) return plain
  const { body } = new DOMParser().parseFromString(plain, 'text/html')
  for (const item of body.querySelectorAll(WORD_ITEM)) intoList(item)
  return body.innerHTML
}

function intoList(item: Element) {
  const bullet = item.querySelector(WORD_BULLET)
  const tag = /^\s*(\d+|[a-z]{1,4})[.)]/i.test(bullet?.textContent ?? '') ? 'ol' : 'ul'
  bullet?.remove()
  const before = item.previousElementSibling
  const list = before?.localName === tag ? before : item.ownerDocument.createElement(tag)
  const entry = item.ownerDocument.createElement('li')
  if (list !== before) item.before(list)
  entry.append(...item.childNodes)
  list.append(entry)
  item.remove()
}

/** The address of a link in Markdown: as it is where that is allowed, else between < and >. */
export function writeAddress(href: string) {
  const escaped = href.replace(/\\(?=[!-/:-@[-`{-~])|&(?=#?\w+;)/g, '\\$&')
  return /^[^\s<>\p{Cc}]+$/u.test(href) && isBalanced(href)
    ? escaped
    : `<${escaped.replace(/[<>]/g, '\\$&')}>`
}

function isBalanced(href: string) {
  let open = 0
  for (const sign of href) {
    if (sign === '(') open += 1
    if (sign === ')') open -= 1
    if (open < 0) return false
  }
  return open === 0
}

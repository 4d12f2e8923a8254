import { parse } from 'tldts'
import { normalizeText } from './normalize-text.ts'

/** Full stops of every script that a browser takes for one in a host name (UTS #46), and their look-alikes. */
const FULL_STOPS = /[.。．｡․﹒]/gu

/** Labels behind full stops, and whatever touches the first of them: what may be a host. */
const HOST_LIKE = /[^\s.]+(?:\.[\p{L}\p{M}\p{N}_-]+)+/gu

/** Four numbers are a host too. */
const IP_ADDRESS = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?!\d)/

/** Suffixes that are set aside and lead nowhere, or not by the usual way (RFC 6761, 6762, 7686, 9476). */
const SET_ASIDE = new Set('example test invalid localhost local onion alt internal'.split(' '))

/** The oldest suffixes without a country: nobody is called so. */
const NEVER_A_NAME = new Set('com net org edu gov int mil info biz'.split(' '))

/** What is written with a full stop before a name, beside single letters. */
const ABBREVIATIONS = new Set(
  `dr dre pr pre prof me mr mrs ms mme mlle mgr st ste sr jr sra srta dra hr fr sig dott avv ing dipl
  med dent vet phil rer nat jur hab habil mag pd priv doz rev hon capt col gen lt sgt ph sc ba ma`.split(
    /\s+/,
  ),
)

const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu

/**
 * Whether an eye, or a program that makes links of text, would read an address in a name: what ends in a
 * suffix under which names are registered (the Public Suffix List), a number of the internet, or `@`.
 * J.P.Martin, Dr.Weber and Dr.Li are people.
 */
export function readsAsAddress(text: string) {
  const seen = text.replace(IGNORABLE, '').replace(FULL_STOPS, '.')
  const plain = normalizeText(seen, 'NFKC')
  if (plain.includes('@') || IP_ADDRESS.test(plain)) return true
  return (seen.match(HOST_LIKE) ?? []).some(isHost)
}

/** Some programs stop at a dash or at the first suffix: `evil.com-or-not` has a link in it too. */
function isHost(run: string) {
  const labels = run.replace(/^[^\p{L}\p{N}]+/u, '').split('.')
  const isLetter = (label = '') => [...label].length === 1
  const isShort = (label: string) => isLetter(label) || ABBREVIATIONS.has(label.toLowerCase())
  const from = labels.findIndex(label => !label.split('-').filter(Boolean).every(isShort))
  const [first = '', ...rest] = from < 0 ? labels.slice(-1) : labels.slice(from)
  const [head = first] = first.split('-')
  if (rest.length === 0) return from > 0 && !isCapitalised(head) && isSuffix(head)
  return rest.some(label => label.split('-').some(isSuffix))
}

/** As names are, in scripts that have capitals; `X.COM` is written so too, and nobody's name. */
function isCapitalised(label: string) {
  return !/^\p{Ll}/u.test(label) && !NEVER_A_NAME.has(normalizeText(label, 'NFKC').toLowerCase())
}

function isSuffix(label: string) {
  const suffix = normalizeText(label, 'NFKC').toLowerCase()
  return (
    SET_ASIDE.has(suffix) || parse(`name.${suffix}`, { extractHostname: false }).isIcann === true
  )
}

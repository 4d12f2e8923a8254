import { isMailProvider } from './trust/mail-providers.ts'

/** Typing mistakes that are met, by the domain that was meant. Some are registered, by people who wait for such mails. */
const MISTAKES: Record<string, string> = {
  'gmail.com':
    'gmial.com gmai.com gmail.co gmail.con gmail.cm gmail.om gmail.fr gamil.com gmal.com gmil.com gnail.com gmaill.com ggmail.com gmailcom.com gmali.com',
  'hotmail.com':
    'hotmial.com hotmai.com hotmal.com hotmil.com hotmail.con hotmail.co hotamil.com hotmaill.com homail.com htmail.com',
  'hotmail.fr': 'hotmial.fr hotmai.fr hotmal.fr hotmil.fr hotamil.fr homail.fr htmail.fr',
  'outlook.com': 'outlok.com outloo.com outlook.con outlook.co outllok.com oulook.com outook.com',
  'outlook.fr': 'outlok.fr outloo.fr outllok.fr oulook.fr outook.fr',
  'yahoo.com': 'yahooo.com yaho.com yahoo.con yahoo.co yhoo.com yaoo.com yhaoo.com',
  'yahoo.fr': 'yahooo.fr yaho.fr yahou.fr yhoo.fr yaoo.fr yhaoo.fr',
  'icloud.com': 'icloud.co icloud.con iclod.com icoud.com icould.com iclould.com icloud.fr',
  'orange.fr':
    'orage.fr ornage.fr orang.fr oange.fr ornge.fr oragne.fr orannge.fr orrange.fr orange.com orange.f',
  'wanadoo.fr': 'wanado.fr wandoo.fr wannadoo.fr wanaddo.fr wanadoo.com wanadoo.f wanadou.fr',
  'laposte.net':
    'laposte.fr laposte.com laposte.ne lapost.net lapsote.net lapotse.net laoste.net la-poste.net la-poste.fr',
  'free.fr': 'fre.fr freee.fr free.f feee.fr',
  'sfr.fr': 'sfr.f sfrr.fr sfr.com',
}

/** Providers so large that a domain of one other letter is a mistake rather than somebody's own. */
const LARGE =
  'gmail.com hotmail.com hotmail.fr outlook.com outlook.fr yahoo.com yahoo.fr icloud.com wanadoo.fr laposte.net'.split(
    ' ',
  )

/** What was meant, by each mistake: for the browser too, which knows no distances. */
export const MEANT: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(MISTAKES).flatMap(([meant, typos]) => typos.split(' ').map(typo => [typo, meant])),
)

/**
 * The mail domain that was meant where this one is a known typing mistake, or one letter apart from a large provider's
 * and no provider's itself; null for every other. A question to who typed it, never a reason to refuse.
 */
export function suggestDomain(typed: string): string | null {
  const domain = typed.toLowerCase()
  if (Object.hasOwn(MEANT, domain)) return MEANT[domain] ?? null
  if (isMailProvider(domain)) return null
  return LARGE.find(large => isOneApart(domain, large)) ?? null
}

/** The address that was meant, and the domain that was typed; null where there is nothing to suggest. */
export function suggestAddress(typed: unknown): { address: string; domain: string } | null {
  if (typeof typed !== 'string') return null
  const text = typed.trim()
  const at = text.lastIndexOf('@')
  const domain = text.slice(at + 1)
  const meant = at > 0 ? suggestDomain(domain) : null
  return meant ? { address: `${text.slice(0, at)}@${meant}`, domain } : null
}

/** Whether two texts differ by one letter too many, too few, wrong, or by two that changed places. */
export function isOneApart(one: string, other: string) {
  if (one === other || Math.abs(one.length - other.length) > 1) return false
  let same = 0
  while (same < one.length && one[same] === other[same]) same += 1
  const [rest, otherRest] = [one.slice(same), other.slice(same)]
  const isSwapped =
    rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2)
  return (
    isSwapped ||
    rest.slice(1) === otherRest.slice(1) ||
    rest.slice(1) === otherRest ||
    rest === otherRest.slice(1)
  )
}

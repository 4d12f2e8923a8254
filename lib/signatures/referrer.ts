import { parse } from 'tldts'
import { z } from 'zod'
import { env } from '#lib/env/env.ts'

/** Longer than any host or tag: what is longer is not looked at. */
const LONGEST_TYPED = 300

/** Characters of a tag. */
export const LONGEST_TAG = 40

const TAG = new RegExp(`^[a-z0-9-]{1,${LONGEST_TAG}}$`)

/** As browsers write a host: international ones in their ASCII form. */
const HOST = /^[\w.-]+$/

/**
 * Where a signatory came from, as the script of the letter page puts it into the form: the host of the
 * page that led here, and the tag of the campaign's own link (`?from=`, letters, digits and hyphens,
 * 40 at most). Never a path. What is neither counts as not said: nobody is refused for it.
 */
export function readReferrer(values: unknown) {
  return referrer.parse(values)
}

const referrer = z
  .object({
    referrerHost: z.string().max(LONGEST_TYPED).transform(publicHost).catch(null),
    cameFrom: z.string().max(LONGEST_TYPED).transform(campaignTag).catch(null),
  })
  .catch({ referrerHost: null, cameFrom: null })

/** A host that anybody may know of, without `www.`: no intranet, no network address, not this site. */
function publicHost(typed: string) {
  const { hostname, domain, isIcann } = parse(typed.trim())
  const isKnown = hostname && HOST.test(hostname) && domain && isIcann
  if (!isKnown || hostname === new URL(env.SITE_URL).hostname) return null
  return hostname.replace(/^www\./, '')
}

function campaignTag(typed: string) {
  const tag = typed.trim().toLowerCase()
  return TAG.test(tag) ? tag : null
}

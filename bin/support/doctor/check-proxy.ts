import { z } from 'zod'
import { isWithin } from '#lib/env/ip-networks.ts'
import { type ArrivedRequest, beginSiteCheck, SITE_CHECK_HEADER } from '#lib/security/site-check.ts'
import { type Finding, fine, wrong } from './finding.ts'

const ANSWER_WITHIN_MS = 10_000

/** Nobody's address (RFC 5737): what a client claims, and no proxy may believe. */
export const FORGED_ADDRESS = '192.0.2.123'

const arrived = z.object({
  peer: z.string(),
  forwardedFor: z.array(z.string()),
  proto: z.string(),
  host: z.string(),
  client: z.string(),
})

type Proxies = { SITE_URL: string; TRUSTED_PROXY_HOPS: number; TRUSTED_PROXIES: readonly string[] }

/** Asks the site through its own address, as a visitor does who lies about hers, and looks at what arrives. */
export async function checkProxy(settings: Proxies & { DATA_FOLDER: string }): Promise<Finding[]> {
  const { nonce, end } = beginSiteCheck(settings.DATA_FOLDER)
  try {
    const response = await fetch(`${settings.SITE_URL}/api/health`, {
      headers: { [SITE_CHECK_HEADER]: nonce, 'x-forwarded-for': FORGED_ADDRESS },
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    const read = arrived.safeParse(await response.json().catch(() => null))
    if (read.success) return judgeArrival(read.data, settings)
    return [wrong(elsewhere(settings.SITE_URL, response.status))]
  } catch (error) {
    return [wrong(`${settings.SITE_URL} cannot be reached from here (${reasonOf(error)}).`)]
  } finally {
    end()
  }
}

/** What of a request with a forged X-Forwarded-For says of the proxies. */
export function judgeArrival(request: ArrivedRequest, settings: Proxies): Finding[] {
  const { TRUSTED_PROXY_HOPS: hops, TRUSTED_PROXIES: networks, SITE_URL } = settings
  const written = request.forwardedFor.filter(address => address !== FORGED_ADDRESS)
  const arrival = fine(`${SITE_URL} leads to this site.`)
  if (request.client === FORGED_ADDRESS) return [arrival, wrong(believed(hops, written.length))]
  if (hops > 0 && !isWithin(request.peer, networks))
    return [
      arrival,
      wrong(
        `The proxy's address ${request.peer} is not in TRUSTED_PROXIES: add it, or its network.`,
      ),
    ]
  if (hops !== written.length) return [arrival, wrong(counted(hops, written.length))]
  return [arrival, fine(`Proxies in front: ${hops}. This machine arrives as ${request.client}.`)]
}

function believed(hops: number, proxies: number) {
  return (
    `Anyone can claim any address, and pass every limit: TRUSTED_PROXY_HOPS is ${hops}, and ` +
    `${proxies} proxies wrote down who had asked them. Set it to ${proxies}.`
  )
}

function counted(hops: number, proxies: number) {
  return proxies === 0
    ? `TRUSTED_PROXY_HOPS is ${hops}, and no proxy wrote X-Forwarded-For: let yours write it, or set TRUSTED_PROXY_HOPS=0.`
    : `TRUSTED_PROXY_HOPS is ${hops}, and ${proxies} proxies wrote X-Forwarded-For: everyone seems to come from one of them. Set it to ${proxies}.`
}

function elsewhere(url: string, status: number) {
  return (
    `${url} answers with ${status}, and is not the site of this machine, or a proxy keeps back the header ` +
    `${SITE_CHECK_HEADER}. Look at SITE_URL, at DATA_FOLDER and at where the proxy leads.`
  )
}

function reasonOf(error: unknown) {
  const { cause, message } = error as Error & { cause?: { code?: string } }
  return cause?.code ?? message
}

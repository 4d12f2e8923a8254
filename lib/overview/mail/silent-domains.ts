/** Mails that asked to confirm, and confirmations among them. */
export type Asked = { asked: number; confirmed: number }

/** A mail domain, recently and before. */
export type DomainHistory = { domain: string; recent: Asked; usual: Asked }

/** Least mails for a meaningful share. */
const ENOUGH_ASKED = 20

/** Least usual share for which a drop is meaningful. */
const LEAST_USUAL_SHARE = 0.2

/** Part of the usual share below which a drop is sudden. */
const SUDDEN_FALL = 0.25

/**
 * The domains that suddenly stopped confirming: of 20 or more who were asked since yesterday, less than
 * a quarter of the usual share confirmed. Usual is the domain's own share of the days before, or, while
 * fewer than 20 were asked then, that of the whole site.
 */
export function findSilentDomains(domains: DomainHistory[], site: Asked): string[] {
  return domains
    .filter(({ recent, usual }) => {
      const known = usual.asked >= ENOUGH_ASKED ? usual : site
      const isEnough = known.asked >= ENOUGH_ASKED && recent.asked >= ENOUGH_ASKED
      const share = shareOf(known)
      return isEnough && share >= LEAST_USUAL_SHARE && shareOf(recent) < share * SUDDEN_FALL
    })
    .map(({ domain }) => domain)
}

function shareOf({ asked, confirmed }: Asked) {
  return asked > 0 ? confirmed / asked : 0
}

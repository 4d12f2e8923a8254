import type { HoldReason } from '#lib/database/types.ts'

/** Threshold: a number within a span of time. */
export const BURST_WINDOW_MINUTES = 60

/**
 * What makes a burst of presses beside its number: an office or a family has no more than a few networks for its
 * forms, and a mobile network, a relay or a campus sends forms as well as it presses.
 */
export const PRESS_BURST = {
  /** Networks that the forms came from, at least. */
  networks: 10,
  /** Times as many as the forms that came from the network of the presses itself. */
  timesOwn: 3,
}

/**
 * Every reason to hold a confirmed signature for an organiser's look, with its threshold. Whoever is
 * held gets the same page as everyone, and a kind mail; nothing is counted or shown until released.
 */
export const HOLD_REASONS: Record<HoldReason, { means: string; threshold: number }> = {
  imitation: {
    means:
      'The name mixes scripts that look alike, or a name of the watch list can be read in it or in the organisation for which it signs.',
    threshold: 1,
  },
  disposable_address: {
    means: 'The address is of a provider of throw-away mailboxes.',
    threshold: 1,
  },
  organisation_unverified: {
    means: 'The address does not belong to the domain of the organisation’s website.',
    threshold: 1,
  },
  organisation_double: {
    means:
      'An organisation with the same name, however written, or the same website has signed already.',
    threshold: 1,
  },
  network_burst: {
    means:
      'So many confirmed signatures came from one network (a /24 of IPv4, a /48 of IPv6) within the window.',
    threshold: 400,
  },
  domain_burst: {
    means: 'So many confirmed signatures came from one mail domain within the window.',
    threshold: 500,
  },
  reported: {
    means:
      'So many readers on different networks (/24 of IPv4, /48 of IPv6) reported the name; after an organiser’s decision, more of them than before, and from others.',
    threshold: 3,
  },
  removed_before: {
    means: 'Organisers removed what was signed with this address before.',
    threshold: 1,
  },
  by_hand: {
    means: 'An organiser wishes to look at it.',
    threshold: 1,
  },
  blocked: {
    means: 'Organisers block its network, domain or address. No mail says so.',
    threshold: 1,
  },
  same_person: {
    means:
      'So many signatures of the same name and organisation came from one network, each from another mailbox.',
    threshold: 5,
  },
  press_burst: {
    means:
      'So many confirmations were pressed within the window in one network (a /24 of IPv4, a /48 of IPv6) for forms of other networks, by the terms of PRESS_BURST.',
    threshold: 200,
  },
}

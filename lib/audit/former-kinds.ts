/** Kinds of audit events as version 0.1.0 wrote them: a record's kind is part of its hash, so it stays. */
const FORMER_KINDS: Record<string, string> = {
  'trail-read': 'audit-log-read',
  'update-begun': 'broadcast-begun',
  'update-written': 'broadcast-written',
  'update-discarded': 'broadcast-discarded',
  'update-tested': 'broadcast-tested',
  'update-started': 'broadcast-started',
  'update-paused': 'broadcast-paused',
  'update-resumed': 'broadcast-resumed',
  'update-cancelled': 'broadcast-cancelled',
  'hook-added': 'webhook-added',
  'hook-tested': 'webhook-tested',
  'hook-enabled': 'webhook-enabled',
  'hook-removed': 'webhook-removed',
}

/** The kind of a record by its name of today. */
export function currentKind(stored: string) {
  return FORMER_KINDS[stored] ?? stored
}

/** The names under which records of a kind are stored. */
export function storedKinds(kind: string) {
  const former = Object.keys(FORMER_KINDS).filter(name => FORMER_KINDS[name] === kind)
  return [kind, ...former]
}

import { createHash } from 'node:crypto'
import type { ApprovalSubject } from '#lib/approvals/kinds.ts'
import { type Audience, furtherOf } from './audience.ts'
import type { ShownBroadcast } from './read-broadcasts.ts'

/**
 * A revision of a broadcast, as its organiser read it: `subject` identifies texts and recipients (subjectOf).
 */
export type ReadBroadcast = { id: string; subject: string }

/** Subject of a broadcast's approval: any change of texts or recipients needs a new approval. */
export function subjectOf(
  broadcast: Audience & Pick<ShownBroadcast, 'id' | 'texts' | 'privacyVersion'>,
): ApprovalSubject {
  const { id, texts, country, kind, privacyVersion } = broadcast
  const further = furtherOf(broadcast)
  const whole = JSON.stringify([
    texts,
    country,
    kind,
    ...(privacyVersion ? [privacyVersion] : []),
    ...(further.length > 0 ? [further] : []),
  ])
  const hash = createHash('sha256').update(whole).digest('hex')
  return { kind: 'broadcast', subject: `${id} ${hash}` }
}

import { createHash } from 'node:crypto'
import type { ApprovalSubject } from '#lib/approvals/kinds.ts'
import type { ShownBroadcast } from './read-broadcasts.ts'

/** A broadcast as its organiser read it: `subject` stands for its texts and recipients (subjectOf). */
export type ReadBroadcast = { id: string; subject: string }

/** What an approval is good for: another text, or other recipients, need another one. */
export function subjectOf(
  broadcast: Pick<ShownBroadcast, 'id' | 'texts' | 'country' | 'kind'>,
): ApprovalSubject {
  const { id, texts, country, kind } = broadcast
  const whole = JSON.stringify([texts, country, kind])
  const hash = createHash('sha256').update(whole).digest('hex')
  return { kind: 'broadcast', subject: `${id} ${hash}` }
}

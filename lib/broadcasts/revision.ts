import { createHash } from 'node:crypto'
import type { ApprovalSubject } from '#lib/approvals/kinds.ts'
import type { ShownUpdate } from './read-broadcasts.ts'

/** An update as its organiser read it: `subject` stands for its texts and recipients (subjectOf). */
export type ReadUpdate = { id: string; subject: string }

/** What an approval is good for: another text, or other recipients, need another one. */
export function subjectOf(
  update: Pick<ShownUpdate, 'id' | 'texts' | 'country' | 'kind'>,
): ApprovalSubject {
  const { id, texts, country, kind } = update
  const whole = JSON.stringify([texts, country, kind])
  const hash = createHash('sha256').update(whole).digest('hex')
  return { kind: 'update', subject: `${id} ${hash}` }
}

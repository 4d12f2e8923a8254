import { database } from '#lib/database/client.ts'
import { aCrowd } from './factories/crowd.ts'
import { insertSignatures, type TakesSql } from './factories/insert-signatures.ts'

const JUST_SIGNED = { status: 'pending', confirmedAt: null } as const

/** So many people signed just now, and none was written to yet. About 10,000 a second. */
export async function queueConfirmations(people: number, seed = 7, into: TakesSql = database) {
  await insertSignatures(into, aCrowd(people, { seed, ...JUST_SIGNED, submittedAt: new Date() }))
  await into.$executeRawUnsafe(`
    WITH link AS (
      INSERT INTO confirmation_link (id, signature_id, token_hash, rejection_token_hash, expires_at)
      SELECT uuidv7(), s.id, md5('confirm' || s.id), md5('reject' || s.id), now() + interval '7 days'
      FROM signature s WHERE NOT EXISTS (SELECT FROM mail WHERE signature_id = s.id)
      RETURNING id, signature_id
    )
    INSERT INTO mail (id, kind, signature_id, link_id)
    SELECT uuidv7(), 'confirm', signature_id, id FROM link`)
}

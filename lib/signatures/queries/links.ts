import { database } from '#lib/database/client.ts'
import type { CampaignState, SignatureStatus } from '#lib/database/types.ts'

/** A confirmation link, its signature, and every form that still waits for that signature, newest first. */
export type FoundLink = {
  id: string
  signatureId: string
  usedAt: Date | null
  expiresAt: Date
  status: SignatureStatus
  paperBatchId: string | null
  /** The campaign run as owners set it; null while content/campaign.yaml decides. */
  runState: CampaignState | null
  opensAt: Date | null
  closesAt: Date | null
  closedAt: Date | null
  forms: { id: string; details: unknown; browserHash: string | null }[]
}

/** The link of a token, by its hash; null for none. Opening a link and pressing its button cost one question each. */
export async function findLinkByToken(tokenHash: string, now: Date) {
  const [link] = await database.$queryRaw<FoundLink[]>`
    SELECT link.id::text, link.signature_id::text AS "signatureId", link.used_at AS "usedAt",
      link.expires_at AS "expiresAt", signature.status::text,
      signature.paper_batch_id::text AS "paperBatchId", run.state::text AS "runState",
      run.opens_at AS "opensAt", run.closes_at AS "closesAt",
      run.closed_at AS "closedAt", (
        SELECT coalesce(json_agg(
          json_build_object('id', form.id, 'details', form.details, 'browserHash', form.browser_hash)
          ORDER BY form.submitted_at DESC, form.id DESC
        ), '[]')
        FROM confirmation_link form
        WHERE form.signature_id = link.signature_id AND form.used_at IS NULL
          AND form.expires_at > ${now} AND form.details IS NOT NULL
      ) AS forms
    FROM confirmation_link link JOIN signature ON signature.id = link.signature_id
      LEFT JOIN campaign_run run ON run.id = 1
    WHERE link.token_hash = ${tokenHash}`
  return link ?? null
}

import { randomUUID } from 'node:crypto'
import type { Organiser } from '#lib/access/organiser.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import { changeCampaign } from './change-campaign.ts'

/** Renews the preview link: the former link and its cookies lead to "soon" from now on. */
export async function renewPreviewLink(organiser: Organiser, now = sharedNow()) {
  await changeCampaign(organiser, now, run => ({
    run: { ...run, previewId: randomUUID() },
    kind: 'preview-link-renewed',
  }))
}

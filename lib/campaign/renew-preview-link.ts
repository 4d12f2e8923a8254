import { randomUUID } from 'node:crypto'
import type { Organiser } from '#lib/access/organiser.ts'
import { changeCampaign } from './change-campaign.ts'

/** Makes a new preview link: from now on the one before it, and who came by it, see "soon". */
export async function renewPreviewLink(organiser: Organiser, now = new Date()) {
  await changeCampaign(organiser, now, run => ({
    run: { ...run, previewId: randomUUID() },
    kind: 'preview-link-renewed',
  }))
}

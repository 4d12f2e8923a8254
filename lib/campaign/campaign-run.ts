import { z } from 'zod'
import { signingByContent } from '#lib/content/campaign.ts'
import { database } from '#lib/database/client.ts'
import { forReaders } from '#lib/database/for-readers.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import type { CampaignState, Prisma } from '#lib/database/types.ts'
import { env } from '#lib/env/env.ts'
import { CAMPAIGN_STATES, stateAt } from './states.ts'

/** The campaign run; prisma/schema.prisma explains each field. */
export type CampaignRun = {
  state: CampaignState
  opensAt: Date | null
  closesAt: Date | null
  closedAt: Date | null
  previewId: string
  /** Pause note by language. */
  pauseNotes: Record<string, string>
  /** Closing note by language. */
  closingNotes: Record<string, string>
  /** Since when signing is paused; null while it is not. */
  pausedAt: Date | null
  /** Notice of all pages by language. */
  siteNotices: Record<string, string>
  showsNotice: boolean
}

/** Id of the preview link until an owner renews it. */
const FIRST_PREVIEW_ID = '00000000-0000-4000-8000-000000000000'

const notes = z.record(z.string(), z.string()).catch({})

/**
 * Reads the campaign run: as owners set it in the console, or else as content/campaign.yaml says.
 * @throws when the database does not answer.
 */
export async function readCampaignRun(
  from: Pick<Prisma.TransactionClient, 'campaignRun'> = database,
): Promise<CampaignRun> {
  const row = await from.campaignRun.findUnique({ where: { id: 1 } })
  if (!row) return runByContent()
  const { id: _id, changedAt: _changedAt, ...run } = row
  return {
    ...run,
    pauseNotes: notes.parse(row.pauseNotes),
    closingNotes: notes.parse(row.closingNotes),
    siteNotices: notes.parse(row.siteNotices),
  }
}

/** Current state of the campaign. @throws when the database does not answer. */
export async function readCampaignState(now = sharedNow()): Promise<CampaignState> {
  return stateAt(await readCampaignRun(), now)
}

/** Whether existing signatures may be confirmed and reconfirmed now. */
export async function isConfirmingOpen(now = sharedNow()) {
  return mayConfirm(await readCampaignRun(), now)
}

/** The same of a run that was read already. */
export function mayConfirm(run: Parameters<typeof stateAt>[0], now: Date) {
  return CAMPAIGN_STATES[stateAt(run, now)].mayConfirm
}

/** The campaign run for a page: as content/ says while building, or while the database does not answer. */
export async function readCampaignRunIfAble() {
  return env.isBuild ? runByContent() : forReaders(readCampaignRun).catch(runByContent)
}

/** The campaign run of content/campaign.yaml alone. */
export function runByContent(): CampaignRun {
  return {
    state: signingByContent(),
    opensAt: null,
    closesAt: null,
    closedAt: null,
    previewId: FIRST_PREVIEW_ID,
    pauseNotes: {},
    closingNotes: {},
    pausedAt: null,
    siteNotices: {},
    showsNotice: false,
  }
}

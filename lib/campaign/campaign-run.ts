import { z } from 'zod'
import { signingByContent } from '#lib/content/campaign.ts'
import { database } from '#lib/database/client.ts'
import { forReaders } from '#lib/database/for-readers.ts'
import type { CampaignState, Prisma } from '#lib/database/types.ts'
import { env } from '#lib/env/env.ts'
import { CAMPAIGN_STATES, stateAt } from './states.ts'

/** How the campaign runs; what each field means: prisma/schema.prisma. */
export type CampaignRun = {
  state: CampaignState
  opensAt: Date | null
  closesAt: Date | null
  previewId: string
  /** A sentence for each language that has one. */
  pauseNotes: Record<string, string>
}

/** What stands for the preview link until an owner renews it. */
const FIRST_PREVIEW_ID = '00000000-0000-4000-8000-000000000000'

const notes = z.record(z.string(), z.string()).catch({})

/**
 * How the campaign runs: as the owners said in the console, or else as content/campaign.yaml says.
 * @throws when the database does not answer.
 */
export async function readCampaignRun(
  from: Pick<Prisma.TransactionClient, 'campaignRun'> = database,
): Promise<CampaignRun> {
  const row = await from.campaignRun.findUnique({ where: { id: 1 } })
  if (!row) return runByContent()
  const { state, opensAt, closesAt, previewId, pauseNotes } = row
  return { state, opensAt, closesAt, previewId, pauseNotes: notes.parse(pauseNotes) }
}

/** Where the campaign stands now. @throws when the database does not answer. */
export async function readCampaignState(now = new Date()): Promise<CampaignState> {
  return stateAt(await readCampaignRun(), now)
}

/** Whether signatures given before may be confirmed and extended now. */
export async function isConfirmingOpen(now = new Date()) {
  return CAMPAIGN_STATES[await readCampaignState(now)].mayConfirm
}

/** For a page: as content/ says while building, or while the database does not answer. */
export async function readCampaignRunIfAble() {
  return env.isBuild ? runByContent() : forReaders(readCampaignRun).catch(runByContent)
}

/** What content/campaign.yaml alone says. */
export function runByContent(): CampaignRun {
  return {
    state: signingByContent(),
    opensAt: null,
    closesAt: null,
    previewId: FIRST_PREVIEW_ID,
    pauseNotes: {},
  }
}

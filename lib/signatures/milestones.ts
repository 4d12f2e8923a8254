import { database } from '#lib/database/client.ts'
import { forReaders } from '#lib/database/for-readers.ts'
import { env } from '#lib/env/env.ts'
import { readSettings } from '#lib/settings/settings.ts'
import { reachedGoals } from './goal.ts'
import { confirmationOf } from './queries/milestones.ts'
import { readTally } from './tally.ts'

/** A goal that was reached. */
export type Milestone = { signatures: number; reachedAt: Date }

/**
 * Keeps the goals that were reached since the last time, each with the moment at which that many counted. One that
 * is kept stays: a withdrawal undoes no day.
 */
export async function keepMilestones(now = new Date()) {
  const { signatures } = await readTally(0)
  const { goal: ownGoal } = await readSettings()
  const kept = await database.milestone.findMany({ select: { signatures: true } })
  const known = new Set(kept.map(milestone => milestone.signatures))
  for (const goal of reachedGoals(signatures, ownGoal).filter(each => !known.has(each))) {
    const reachedAt = (await confirmationOf(goal)) ?? now
    await database.milestone.createMany({
      data: [{ signatures: goal, reachedAt }],
      skipDuplicates: true,
    })
  }
}

/** The highest goal that was reached, for a page: null without one, or while the database does not answer. */
export async function readLastMilestone(): Promise<Milestone | null> {
  if (env.isBuild) return null
  const newest = () => database.milestone.findFirst({ orderBy: { signatures: 'desc' } })
  return forReaders(newest).catch(() => null)
}

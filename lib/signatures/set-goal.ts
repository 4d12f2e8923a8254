import type { Organiser } from '#lib/access/organiser.ts'
import { LARGEST_GOAL, saveSettings } from '#lib/settings/settings.ts'
import { withAsciiDigits } from '#lib/text/decimal-digits.ts'
import { currentVersionCounts } from './current-version-counts.ts'
import { readTally } from './tally.ts'

/** Outcome of setting a goal. `refused`: it is no whole number above what the letter has, which is `reached`. */
export type SetGoalOutcome = { outcome: 'set' } | { outcome: 'refused'; reached: number }

/** Sets the next goal of the tally as it was typed; nothing for goals that follow by themselves. */
export async function setGoal(organiser: Organiser, typed: string): Promise<SetGoalOutcome> {
  const digits = withAsciiDigits(typed).replaceAll(/[\s.,’']/g, '')
  const goal = digits === '' ? null : Number(digits)
  const reached = currentVersionCounts(await readTally(0)).signatures
  if (goal !== null && !isAhead(goal, reached)) return { outcome: 'refused', reached }
  await saveSettings(organiser, { goal })
  return { outcome: 'set' }
}

function isAhead(goal: number, reached: number) {
  return Number.isSafeInteger(goal) && goal > reached && goal <= LARGEST_GOAL
}

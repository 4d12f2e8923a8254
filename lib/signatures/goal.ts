/** The first goal of a letter that nobody has signed. */
const FIRST_GOAL = 100

/** Goals between a power of ten and the next: 100, 250, 500, 1,000, 2,500 … */
const RUNGS = [1, 2.5, 5, 10]

/**
 * The goals that so many signatures have reached, smallest first.
 * @param ownGoal a goal that owners set, among them once it is reached
 */
export function reachedGoals(signatures: number, ownGoal: number | null = null) {
  const reached: number[] = []
  for (let goal = FIRST_GOAL; goal <= signatures; goal = nextGoal(goal)) reached.push(goal)
  const isOwnReached = ownGoal !== null && ownGoal <= signatures && !reached.includes(ownGoal)
  return isOwnReached ? [...reached, ownGoal].sort((one, other) => one - other) : reached
}

/**
 * The next goal of a letter with so many signatures: it moves on as soon as one is reached.
 * @param ownGoal a goal that owners set: the next one until it is reached
 */
export function nextGoal(signatures: number, ownGoal: number | null = null) {
  if (ownGoal !== null && ownGoal > signatures) return ownGoal
  if (signatures < FIRST_GOAL) return FIRST_GOAL
  const size = 10 ** Math.floor(Math.log10(signatures))
  return (RUNGS.find(rung => rung * size > signatures) ?? 10) * size
}

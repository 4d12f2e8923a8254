/**
 * Measures several things in turn, A B A B …, so that what disturbs the machine disturbs all alike.
 * The first round warms up and is left out.
 * @returns the results of each, by name, in order
 */
export async function inRounds<Name extends string, Result>(
  rounds: number,
  measures: Record<Name, () => Promise<Result>>,
): Promise<Record<Name, Result[]>> {
  const names = Object.keys(measures) as Name[]
  const results = Object.fromEntries(names.map(name => [name, []])) as unknown as Record<
    Name,
    Result[]
  >
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const result = await measures[name]()
      if (round > 0) results[name].push(result)
    }
  }
  return results
}

/** The middle one, of each number by itself. */
export function medians<Key extends string>(results: Record<Key, number>[]): Record<Key, number> {
  const [first] = results
  if (!first) throw new Error('There is nothing to take the middle of.')
  const keys = Object.keys(first) as Key[]
  return Object.fromEntries(
    keys.map(key => [key, median(results.map(result => result[key]))]),
  ) as Record<Key, number>
}

function median(numbers: number[]) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

/** Choices that look random and are the same for the same seed, so that a failure can be repeated. */
export interface Dice {
  /** A number from 0 (included) to 1 (not included). */
  roll(): number
  pick<T>(from: readonly T[]): T
  weighted<T extends { weight: number }>(from: readonly T[]): T
}

/** @param seed any whole number; the same seed gives the same choices. */
export function diceFrom(seed: number): Dice {
  let state = seed >>> 0

  // mulberry32: small, fast, and even enough for names.
  function roll() {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  function pick<T>(from: readonly T[]): T {
    return at(from, Math.floor(roll() * from.length))
  }

  function weighted<T extends { weight: number }>(from: readonly T[]): T {
    let left = roll() * from.reduce((sum, one) => sum + one.weight, 0)
    const index = from.findIndex(one => {
      left -= one.weight
      return left < 0
    })
    return at(from, index)
  }

  return { roll, pick, weighted }
}

function at<T>(from: readonly T[], index: number): T {
  const found = from[index]
  if (found === undefined) throw new Error('There is nothing to choose from.')
  return found
}

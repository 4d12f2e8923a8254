/** Limits concurrency: so many tasks run side by side, the others wait in order. */
export function takeTurns(atOnce: number) {
  let running = 0
  const waiting: (() => void)[] = []
  return async <Result>(task: () => Promise<Result>): Promise<Result> => {
    if (running >= atOnce) await new Promise<void>(resolve => waiting.push(resolve))
    else running += 1
    try {
      return await task()
    } finally {
      // A released slot goes to the next in line.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}

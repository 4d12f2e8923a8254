/** Lets so many of the tasks that it is given run side by side; the others wait in their order. */
export function takeTurns(atOnce: number) {
  let running = 0
  const waiting: (() => void)[] = []
  return async <Result>(task: () => Promise<Result>): Promise<Result> => {
    if (running >= atOnce) await new Promise<void>(resolve => waiting.push(resolve))
    else running += 1
    try {
      return await task()
    } finally {
      // Whoever waits takes this place; it is not free in between.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}

/** The same work, of which one call begins when the one before has ended, however that ended. */
export function inTurn<T>(work: () => Promise<T>): () => Promise<T> {
  let before: Promise<unknown> = Promise.resolve()
  return () => {
    const turn = before.then(work, work)
    before = turn
    return turn
  }
}

/**
 * Does something that takes long, and says so: what it is before, how long it took after.
 * @template T
 * @param {string} title such as 'Building the pages'
 * @param {string} hint how long to expect, or ''
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, hint, work) {
  const startedAt = performance.now()
  console.log(`${title} …${hint && ` (${hint})`}`)
  const result = await work()
  console.log(`${title}: done in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`)
  return result
}

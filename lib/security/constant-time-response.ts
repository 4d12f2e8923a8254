/** Raster of response times, in milliseconds: slow answers tell no more than that. */
const STEP_MS = 25

/** Share of recent work that has finished by the response time. */
const SHARE_DONE = 0.99

/** Recent work considered: number, and age in milliseconds. */
const REMEMBERED_WORKS = 300
const REMEMBERED_MS = 10_000

/** Requests whose response time must not reveal what is known of an address. */
type Question = 'resend' | 'address' | 'code' | 'magic-link' | 'organiser-sign-in'

/** Recent durations by kind of work, on either path, the newest last. */
const lately = new Map<Question, { endedAt: number; tookMs: number }[]>()

/**
 * Does `work` and answers when nearly all works of its kind would have been done, so that the time
 * taken does not tell which way it went: no sooner than `leastMs` milliseconds after its start, and later while
 * works take longer, under load. The few that take longer still are answered on a raster of STEP_MS.
 */
export function inConstantTime<Result>(
  question: Question,
  leastMs: number,
  work: () => Promise<Result>,
) {
  return answerAfter(work, tookMs => {
    const endedAt = performance.now()
    note(question, { endedAt, tookMs })
    return Math.max(leastMs, usualMsOf(question, endedAt))
  })
}

/**
 * Does `work` that takes the same way whatever is known of an address, and answers on the raster, no sooner than
 * `leastMs` milliseconds after its start: how much was written takes a millisecond more or less.
 */
export function onRaster<Result>(leastMs: number, work: () => Promise<Result>) {
  return answerAfter(work, () => leastMs)
}

async function answerAfter<Result>(
  work: () => Promise<Result>,
  usualMs: (tookMs: number) => number,
) {
  const start = performance.now()
  const [result] = await Promise.allSettled([work()])
  const tookMs = performance.now() - start
  await waitUntil(start + nextStep(Math.max(usualMs(tookMs), tookMs)))
  if (result.status === 'rejected') throw result.reason
  return result.value
}

/** Duration that SHARE_DONE of the recent work did not exceed, in milliseconds. */
function usualMsOf(question: Question, now: number) {
  const recent = (lately.get(question) ?? []).filter(({ endedAt }) => now - endedAt < REMEMBERED_MS)
  // Numbers of this kind are sorted without a function that compares.
  const times = Float64Array.from(recent, ({ tookMs }) => tookMs).sort()
  return times[Math.ceil(times.length * SHARE_DONE) - 1] ?? 0
}

function note(question: Question, work: { endedAt: number; tookMs: number }) {
  const works = lately.get(question) ?? []
  works.push(work)
  lately.set(question, works.slice(-REMEMBERED_WORKS))
}

function nextStep(ms: number) {
  return Math.ceil(ms / STEP_MS) * STEP_MS
}

/** A timer counts from the beginning of the turn in which it is set: after long work it is early. */
async function waitUntil(end: number) {
  for (let left = end - performance.now(); left > 0; left = end - performance.now())
    await new Promise(done => setTimeout(done, left))
}

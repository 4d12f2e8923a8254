import { setTimeout as wait } from 'node:timers/promises'
import { database } from '#lib/database/client.ts'
import { withPatience } from '#lib/database/patience.ts'
import { processSingleton } from '#lib/process/process-singleton.ts'
import { type Interval, runLoop } from '#lib/process/run-loop.ts'
import { SECOND_MS } from '#lib/time/time-spans.ts'
import { giveTurnBack } from './mail-pace.ts'
import { type SignRequest, signWithin } from './sign-alone.ts'
import { readDetails } from './signature-details.ts'

/** Wait in milliseconds until a form of a known address is taken: its answer has gone by then. */
const AFTER_ANSWER_MS = 75

/** Age in milliseconds of a form that its process has not taken: killed, failed, or behind. */
const LEFT_AFTER_MS = 10 * SECOND_MS

/** Most forms that wait in a process: those beyond it are left to the worker at once. */
const MOST_WAITING = 500

/** So many of the forms that were left are read at once. */
const READ_AT_ONCE = 100

/** A form in `repeated_form`, and who sent it. */
export type RepeatedForm = { id: string; request: SignRequest }

/** One after the other: those who sign at that moment need the connections. */
const queue = processSingleton('repeated forms', () => ({
  last: Promise.resolve(),
  waiting: 0,
  isEnding: false,
}))

/**
 * Takes forms of addresses that were known already, once their answers have gone: these come as soon as those to
 * new addresses. What fails, or is left by a process that ends, the worker takes.
 */
export function takeAfterAnswer(forms: RepeatedForm[]) {
  if (forms.length === 0 || queue.waiting + forms.length > MOST_WAITING) return
  const dueAt = performance.now() + AFTER_ANSWER_MS
  queue.waiting += forms.length
  queue.last = queue.last.then(() => takeInTurn(forms, dueAt))
}

/** Resolves when the form that is being taken was; this process takes no more. */
export async function endTakingForms() {
  queue.isEnding = true
  await queue.last
}

async function takeInTurn(forms: RepeatedForm[], dueAt: number) {
  await wait(Math.max(0, dueAt - performance.now()))
  for (const form of forms) {
    if (!queue.isEnding) await takeOfThisProcess(form).catch(() => undefined)
    queue.waiting -= 1
  }
}

/** The turn that the group took for its mail is given back where it brings none. */
async function takeOfThisProcess({ id, request }: RepeatedForm) {
  const taken = await take(id, request)
  if (taken === 'without-mail')
    await giveTurnBack({ clientAddress: request.from.clientAddress, email: request.details.email })
}

/** Takes a form once, whoever else tries to at the same time: it is deleted in the same transaction. */
function take(id: string, request: SignRequest) {
  return withPatience('signing', () =>
    database.$transaction(async transaction => {
      const { count } = await transaction.repeatedForm.deleteMany({ where: { id } })
      if (count === 0) return 'elsewhere'
      return (await signWithin(transaction, request)) ? 'with-mail' : 'without-mail'
    }),
  )
}

/**
 * Takes the forms that were left, until `signal` is aborted.
 * @param report is called with a sentence on failure
 */
export async function keepTakingForms(
  signal: AbortSignal,
  interval: Interval,
  report: (sentence: string) => void,
) {
  await runLoop(
    signal,
    interval,
    () => takeLeftForms(),
    () => report('Forms of addresses that had signed are tried again in the next round.'),
  )
}

/** Takes the forms that were left, the oldest first. @throws the first failure, after all were tried. */
export async function takeLeftForms(now = new Date()) {
  const submittedAt = { lt: new Date(now.getTime() - LEFT_AFTER_MS) }
  const failures: unknown[] = []
  const takePage = async (after?: string): Promise<void> => {
    const forms = await database.repeatedForm.findMany({
      where: { submittedAt, ...(after && { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      take: READ_AT_ONCE,
    })
    for (const form of forms) await takeLeft(form).catch(failure => failures.push(failure))
    if (forms.length === READ_AT_ONCE) await takePage(forms.at(-1)?.id)
  }
  await takePage()
  if (failures.length > 0) throw failures[0]
}

/** Its mail goes at the turn that was taken for it: of who sent it nothing else was stored. */
async function takeLeft(form: StoredForm) {
  const { id, browserHash, isTrial, nextAttemptAt, submittedAt } = form
  const turn = nextAttemptAt ? { nextAttemptAt } : {}
  const from = { browserHash, isTrial, turn }
  await take(id, { details: readDetails(form.details), now: submittedAt, from })
}

type StoredForm = Awaited<ReturnType<typeof database.repeatedForm.findMany>>[number]

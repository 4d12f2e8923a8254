import type { Instrumentation } from 'next'

/** Next calls this for whatever failed in a page, an action or a handler. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  // Next makes this file for its edge runtime too, which knows no Node.js and runs nothing of ours.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { logEvent } = await import('#lib/log/log.ts')
    const { describeError } = await import('#lib/log/without-personal-data.ts')
    const facts = { method: request.method, place: context.routePath, kind: context.routeType }
    logEvent('request-failed', { ...facts, ...describeError(error) })
  }
}

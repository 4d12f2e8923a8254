import type { Instrumentation } from 'next'
import { logEvent } from '#lib/log/log.ts'
import { describeError } from '#lib/log/without-personal-data.ts'

/** Next calls this for whatever failed in a page, an action or a handler. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const facts = { method: request.method, place: context.routePath, kind: context.routeType }
  logEvent('request-failed', { ...facts, ...describeError(error) })
}

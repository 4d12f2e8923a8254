import { createInterface } from 'node:readline'
import { inspect } from 'node:util'
import { logEvent } from './log.ts'
import { describeError, withoutPersonalData } from './without-personal-data.ts'

/**
 * Redirects what libraries print on the console of this process, the web framework first, to the log: on one
 * line, without what people typed. Errors of requests come with their route (instrumentation.ts), so they are
 * not logged twice.
 */
export function captureConsole() {
  for (const method of ['error', 'warn'] as const) {
    console[method] = (...parts: unknown[]) => tell('program-said', parts)
  }
  for (const method of ['log', 'info', 'debug'] as const) {
    console[method] = (...parts: unknown[]) => tell('program-noted', parts)
  }
  // Node would print its own, on several lines.
  process.removeAllListeners('warning')
  process.on('warning', ({ name, message }) => tell('program-said', [`${name}: ${message}`]))
}

/** Forwards errors of a child process to the log of its parent. */
export function captureComplaints(output: NodeJS.ReadableStream) {
  createInterface({ input: output }).on('line', line => tell('program-said', [line]))
}

function tell(event: 'program-said' | 'program-noted', parts: unknown[]) {
  if (parts.some(isToldWithItsRequest)) return
  const text = parts.map(textOf).join(' ').trim()
  if (text) logEvent(event, { text })
}

function isToldWithItsRequest(part: unknown) {
  return part instanceof Error && 'digest' in part
}

function textOf(part: unknown) {
  if (part instanceof Error) {
    const { error, at } = describeError(part)
    return `${error} ${at}`
  }
  return withoutPersonalData(typeof part === 'string' ? part : inspect(part, { depth: 0 }))
}

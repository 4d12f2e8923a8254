import pino from 'pino'
import { env } from '#lib/env/env.ts'
import { EVENTS, type EventName, type Facts } from './events.ts'
import { sayOrCount } from './flood.ts'

/**
 * Writes one event to the log: a line of JSON with time, level and event where LOG_FORMAT says so, else a
 * sentence. Facts are codes and numbers; a flood of what strangers cause is counted instead of written.
 * @param sentence in place of the event's own, where its caller has a better one.
 */
export function logEvent(event: EventName, facts: Facts = {}, sentence?: string) {
  const { level, mayFlood, isForMachines, says } = EVENTS[event]
  const isWritten = env.LOG_FORMAT === 'json' || !isForMachines
  if (!isWritten || !logger.isLevelEnabled(level)) return
  const say = (all: Facts) => {
    const times = all.times ? ` (${all.times} times more)` : ''
    logger[level]({ event, ...all }, `${sentence ?? says(all)}${times}`)
  }
  if (mayFlood) sayOrCount(event, facts, say)
  else say(facts)
}

const logger = pino(
  {
    level: env.LOG_LEVEL ?? 'info',
    base: null,
    messageKey: 'message',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: label => ({ level: label }) },
  },
  { write: writeLine },
)

/** Errors and warnings go to stderr, the rest to stdout. */
function writeLine(json: string) {
  const output = json.startsWith('{"level":"error"') ? process.stderr : process.stdout
  output.write(`${lineOf(json, env.LOG_FORMAT)}\n`)
}

/** A line of pino's as it goes out: whole, or its sentence alone. */
export function lineOf(json: string, format: 'plain' | 'json' = 'plain') {
  if (format === 'json') return oneLine(json.trimEnd())
  return oneLine(String((JSON.parse(json) as { message: unknown }).message))
}

/**
 * What could end a line, move the cursor, or turn the order of letters: control characters, the
 * separators of lines, bidirectional marks, half pairs.
 */
const UNSAFE = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu

/**
 * A text as one line that shows all that is in it: what could forge another line stands as its escape of
 * JSON (RFC 8259, section 7), such as \u000a. Within a line of JSON it stays the same text.
 */
export function oneLine(text: string) {
  return text.replace(UNSAFE, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

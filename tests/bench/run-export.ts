import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { EXPORT_NODE_OPTIONS } from '#lib/exports/formats/node-options.ts'

const COMMAND = fileURLToPath(new URL('../../bin/export.ts', import.meta.url))
const PEAK_MEMORY = new URL('peak-memory.ts', import.meta.url).href

type ChildWithReport = ChildProcess & { stdio: [null, Readable, Readable, Readable] }

export interface ExportRun {
  exitCode: number
  stdout: string
  stderr: string
  /** The most memory that the process held (resident set), in bytes. */
  peakBytes: number
}

/** Runs the command of `npm run export` on a database, as an organiser does, and waits for its end. */
export function runExport(database: string, ...options: string[]): Promise<ExportRun> {
  return startExport(database, ...options).run
}

/** The same, without waiting: for a story that stops it half-way. */
export function startExport(database: string, ...options: string[]) {
  const nodeOptions = [...EXPORT_NODE_OPTIONS, '--import', PEAK_MEMORY]
  const child = spawn(process.execPath, [...nodeOptions, COMMAND, ...options], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: database },
  }) as ChildWithReport
  const run = Promise.all([
    once(child, 'close'),
    text(child.stdio[1]),
    text(child.stdio[2]),
    text(child.stdio[3]),
  ]).then(([[exitCode], out, err, peak]) => ({
    exitCode: Number(exitCode),
    stdout: out,
    stderr: err,
    peakBytes: Number(peak),
  }))
  return { child, run }
}

import { monitorEventLoopDelay } from 'node:perf_hooks'
import { counter, gauge } from './metrics.ts'

/** How finely the event loop is watched: a timer each so many milliseconds, some millionths of a core. */
const RESOLUTION_MS = 20

const NANOSECONDS = 1e9
const MICROSECONDS = 1e6

/** Measures this process from now on: its memory, its time of a core, and how late its event loop is. */
export function measureProcess() {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delay.enable()
  gauge({
    name: 'open_letter_process_resident_memory_bytes',
    help: 'Memory of the process that lies in RAM.',
    collect() {
      this.set(process.memoryUsage.rss())
    },
  })
  gauge({
    name: 'open_letter_process_heap_used_bytes',
    help: 'Memory of its JavaScript objects.',
    collect() {
      this.set(process.memoryUsage().heapUsed)
    },
  })
  gauge({
    name: 'open_letter_process_event_loop_lag_seconds',
    help: 'How late the event loop was since the last scrape: its 99th percentile, and the most.',
    labelNames: ['quantile'],
    collect() {
      // An idle timer is late by its own resolution.
      const lag = (value: number) => Math.max(0, value / NANOSECONDS - RESOLUTION_MS / 1_000)
      this.set({ quantile: '0.99' }, lag(delay.percentile(99)))
      this.set({ quantile: '1' }, lag(delay.max))
      delay.reset()
    },
  })
  counter({
    name: 'open_letter_process_cpu_seconds_total',
    help: 'Time of a core that the process has had.',
    collect() {
      const { user, system } = process.cpuUsage()
      this.reset()
      this.inc((user + system) / MICROSECONDS)
    },
  })
  gauge({
    name: 'open_letter_process_start_time_seconds',
    help: 'When the process was started.',
  }).set(performance.timeOrigin / 1_000)
}

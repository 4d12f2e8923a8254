/** What a program that reads a stranger's file may take before it is ended. */
export type IsolationLimits = {
  /** Heap of JavaScript, in megabytes (`--max-old-space-size`). */
  heapMegabytes: number
  /** All memory that it may write to, the heap's among it (RLIMIT_DATA). */
  memoryMegabytes: number
  /** Seconds of the processor (RLIMIT_CPU). */
  processorSeconds: number
  /** Seconds by the clock on the wall. */
  seconds: number
  /** Bytes of its answer. */
  answerBytes: number
  /** How many of it run at once, and how many more may wait for their turn. */
  atOnce: number
  waiting: number
}

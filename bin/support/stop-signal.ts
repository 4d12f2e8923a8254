/**
 * Aborts at Ctrl-C, SIGTERM, the end of the terminal, or the death of the process that started us.
 * After that nothing interrupts the orderly end: signals may come twice.
 */
export function stopSignal() {
  const stop = new AbortController()
  const abort = () => stop.abort()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, abort)
  process.on('disconnect', abort)
  return stop.signal
}

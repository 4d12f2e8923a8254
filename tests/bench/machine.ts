import { availableParallelism, cpus, totalmem } from 'node:os'

const GIGABYTE = 2 ** 30

/** What a table was measured on, in words. */
export function machine() {
  const cores = `${availableParallelism()} cores (${cpus()[0]?.model.trim()})`
  const memory = `${Math.round(totalmem() / GIGABYTE)} GB of memory`
  return `${cores}, ${memory}, ${process.platform}, Node ${process.versions.node}`
}

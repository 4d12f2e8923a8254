const singletons = globalThis as typeof globalThis & { openLetter?: Map<string, unknown> }

/**
 * What there is once in a process, made when it is first asked for. Next may load a module more than once,
 * for pages, for handlers and for its cache of pages, beside the server's own: what stands in a variable
 * of the module would be there as often.
 * @param name of its own, for each thing one
 */
export function processSingleton<T>(name: string, make: () => T): T {
  singletons.openLetter ??= new Map()
  const known = singletons.openLetter
  if (!known.has(name)) known.set(name, make())
  return known.get(name) as T
}

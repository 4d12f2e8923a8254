const singletons = globalThis as typeof globalThis & { openLetter?: Map<string, unknown> }

/**
 * A value made once in a process, when first asked for. Next may load a module several times (for pages,
 * handlers and its cache of pages, beside the server's own), and a variable of the module would exist as often.
 * @param name unique for each value
 */
export function processSingleton<T>(name: string, make: () => T): T {
  singletons.openLetter ??= new Map()
  const known = singletons.openLetter
  if (!known.has(name)) known.set(name, make())
  return known.get(name) as T
}

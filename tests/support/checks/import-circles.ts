import type { Source } from './project-sources.ts'

type Imports = Pick<Source, 'file' | 'imports'>

/** Groups of files that reach each other by imports: strongly connected components (Tarjan, 1972). */
export function findCircles(sources: Imports[]): string[][] {
  const importsOf = new Map(sources.map(({ file, imports }) => [file, imports]))
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const circles: string[][] = []
  const visit = (file: string) => {
    order.set(file, order.size)
    lowest.set(file, order.size - 1)
    open.push(file)
    for (const next of importsOf.get(file) ?? []) {
      if (!importsOf.has(next)) continue
      if (!order.has(next)) visit(next)
      if (open.includes(next)) {
        lowest.set(file, Math.min(lowest.get(file) ?? 0, lowest.get(next) ?? 0))
      }
    }
    if (lowest.get(file) !== order.get(file)) return
    const circle = open.splice(open.indexOf(file))
    if (circle.length > 1) circles.push(circle.sort())
  }
  for (const { file } of sources) if (!order.has(file)) visit(file)
  return circles
}

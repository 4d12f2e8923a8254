/**
 * For the process of an export. Rows live for a moment: a nursery of 16 MB that neither grows nor shrinks lets
 * nearly all of them die there, 6 to 38 MB above an export of nobody; V8's own choice takes 100 to 140 MB for the same
 * time of the processor. The rest of the heap is bounded, whatever a row may hold.
 */
export const EXPORT_NODE_OPTIONS = [
  '--max-old-space-size=256',
  '--min-semi-space-size=16',
  '--max-semi-space-size=16',
  '--no-parallel-scavenge',
]

import type { VisualField } from './visual-field.ts'

/** The field that the buttons of a form work on, and who is told when its words or its cursor change. */
export type CurrentField = {
  get: () => Current
  moveTo: (field: VisualField) => void
  leave: (field: VisualField) => void
  subscribe: (listener: () => void) => () => void
}

/** A new one for each change, so that React sees it. */
export type Current = { field: VisualField | null }

/** The field of a form in which the cursor is, or was last. */
export function createCurrentField(): CurrentField {
  let current: Current = { field: null }
  const listeners = new Set<() => void>()
  const set = (field: VisualField | null) => {
    current = { field }
    for (const listener of listeners) listener()
  }
  return {
    get: () => current,
    moveTo: set,
    leave: field => current.field === field && set(null),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

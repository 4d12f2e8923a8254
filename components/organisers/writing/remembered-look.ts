const KEY = 'console-writes-visually'

/** Whether somebody who writes in this browser wants to see texts as they will look. */
export function wantsVisual(): boolean {
  // A browser may forbid its storage: then the texts begin as text.
  try {
    return localStorage.getItem(KEY) === 'yes'
  } catch {
    return false
  }
}

/** Remembers in this browser what was ticked. */
export function rememberVisual(isVisual: boolean) {
  try {
    if (isVisual) localStorage.setItem(KEY, 'yes')
    else localStorage.removeItem(KEY)
  } catch {}
}

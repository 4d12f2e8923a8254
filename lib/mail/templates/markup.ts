import type { ReactElement } from 'react'

// Loaded in this way because Next lets no page load it by a plain import.
const { renderToStaticMarkup } = await import('react-dom/server')

/** The HTML of an element, without a trace of React. */
export function markupOf(element: ReactElement) {
  return renderToStaticMarkup(element)
}

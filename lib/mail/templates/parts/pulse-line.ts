import { createElement } from 'react'
import { LOOK } from '../look.ts'

/** Widths of the columns in pixels; the first one takes what is left. */
const COLUMNS = [null, 6, 10, 3, 3, 3, 3, 9, 9, 64]

/** The beat, from above: each row's height in pixels and the columns that carry ink. */
const ROWS = [
  { height: 16, ink: '....#.....' },
  { height: 6, ink: '...##.....' },
  { height: 5, ink: '.#.##...#.' },
  { height: 2, ink: '##########' },
  { height: 5, ink: '.....##...' },
  { height: 7, ink: '.....#....' },
  { height: 8, ink: '..........' },
]

const LINE_HEIGHT = 2

/** The line of the site that beats once, drawn with the cells of a table: there is no image to load. */
export function PulseLine() {
  return createElement(
    'table',
    {
      'aria-hidden': true,
      role: 'presentation',
      width: '100%',
      border: 0,
      cellPadding: '0',
      cellSpacing: '0',
    },
    createElement('tbody', null, ...ROWS.map(row)),
  )
}

/** The same line for a letter of another drawing: it does not beat, and there is still no image to load. */
export function PlainLine() {
  return createElement('div', {
    className: 'beat',
    style: { ...LOOK.beat, ...LOOK.cell, height: `${LINE_HEIGHT}px`, margin: '8px 0 24px' },
  })
}

/** The first row has every column, which gives them their widths; in the others like neighbours are one cell. */
function row({ height, ink }: (typeof ROWS)[number], place: number) {
  const runs = place === 0 ? [...ink] : (ink.match(/#+|\.+/g) ?? [])
  let column = 0
  const cells = runs.map(run => {
    const width = run.length === 1 ? COLUMNS[column] : null
    column += run.length
    return cell({ height, width, columns: run.length, isInk: run.startsWith('#') })
  })
  return createElement('tr', null, ...cells)
}

type Cell = { height: number; width?: number | null; columns: number; isInk: boolean }

function cell({ height, width, columns, isInk }: Cell) {
  return createElement('td', {
    ...(width && { width }),
    ...(columns > 1 && { colSpan: columns }),
    height,
    ...(isInk && { className: 'beat' }),
    style: { ...(isInk && LOOK.beat), ...LOOK.cell, height: `${height}px` },
  })
}

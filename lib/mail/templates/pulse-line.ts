import { createElement } from 'react'
import { LOOK } from './look.ts'

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

/** The line of the site that beats once, drawn with the cells of a table: there is no image to load. */
export function PulseLine() {
  const rows = ROWS.map(({ height, ink }) =>
    createElement('tr', null, ...COLUMNS.map((width, column) => cell(width, height, ink[column]))),
  )
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
    createElement('tbody', null, ...rows),
  )
}

function cell(width: number | null, height: number, sign: string | undefined) {
  const isInk = sign === '#'
  return createElement('td', {
    ...(width && { width }),
    height,
    ...(isInk && { className: 'beat' }),
    style: {
      ...(isInk && LOOK.beat),
      fontSize: '1px',
      height: `${height}px`,
      lineHeight: '1px',
      ...(width && { width: `${width}px` }),
    },
  })
}

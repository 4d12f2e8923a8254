import { geoArea, geoBounds, geoCentroid, geoContains, geoNaturalEarth1 } from 'd3-geo'
import type { Territory } from './map-territories.ts'

/** Dots to a row, from the date line to the date line. */
const COLUMNS = 168
/** Every second row is moved by half a column, so that dots lie as densely as they can. */
const COLUMN_UNITS = 8
const ROW_UNITS = 7
/** South of it lies nothing but Antarctica. */
const SOUTHERNMOST = -56
/** A country keeps so many dots at least when a small neighbour needs one. */
const KEPT_DOTS = 3

type Cell = { column: number; row: number; x: number; y: number }

/**
 * The world in dots (Natural Earth projection): for each country, SVG path data whose
 * horizontal strokes run through the middles of its dots. Every country has one dot at least.
 */
export function drawCells(territories: Territory[]) {
  const projection = geoNaturalEarth1().fitWidth((COLUMNS - 1) * COLUMN_UNITS, { type: 'Sphere' })
  const pieces = territories.map(piece => ({ ...piece, bounds: geoBounds(piece.polygon) }))
  const owners = new Map<string, string>()
  const cells = grid(Math.ceil(projection([0, SOUTHERNMOST])?.[1] ?? 0))
  for (const cell of cells) {
    const place = projection.invert?.([cell.x, cell.y])
    if (!place || !isOnGlobe(projection(place), cell)) continue
    const piece = pieces.find(one => isWithin(place, one.bounds) && geoContains(one.polygon, place))
    if (piece) owners.set(keyOf(cell), piece.code)
  }
  for (const code of new Set(territories.map(piece => piece.code))) {
    if (![...owners.values()].includes(code))
      giveOneDot(code, territories, projection, cells, owners)
  }
  return inPaths(cells, owners)
}

function grid(height: number): Cell[] {
  const rows = Math.floor(height / ROW_UNITS)
  return Array.from({ length: rows * COLUMNS }, (_, index) => {
    const row = Math.floor(index / COLUMNS)
    const column = index % COLUMNS
    return {
      column,
      row,
      x: column * COLUMN_UNITS + (row % 2) * (COLUMN_UNITS / 2),
      y: row * ROW_UNITS,
    }
  })
}

// Outside of the globe the projection's inverse answers with a place beyond the date line.
function isOnGlobe(back: [number, number] | null, { x, y }: Cell) {
  return back !== null && Math.hypot(back[0] - x, back[1] - y) < 1
}

function isWithin(
  [x, y]: [number, number],
  [[west, south], [east, north]]: [[number, number], [number, number]],
) {
  return (
    y >= south && y <= north && (west <= east ? x >= west && x <= east : x >= west || x <= east)
  )
}

function keyOf({ column, row }: Cell) {
  return `${column} ${row}`
}

/** Gives a country too small for the grid the nearest dot of the sea, or of a neighbour with many. */
function giveOneDot(
  code: string,
  territories: Territory[],
  projection: ReturnType<typeof geoNaturalEarth1>,
  cells: Cell[],
  owners: Map<string, string>,
) {
  const [largest] = territories
    .filter(piece => piece.code === code)
    .sort((one, other) => geoArea(other.polygon) - geoArea(one.polygon))
  const [x, y] = (largest && projection(geoCentroid(largest.polygon))) ?? [0, 0]
  const distance = (cell: Cell) => Math.hypot(cell.x - x, cell.y - y)
  const dotsOf = (owner: string) => [...owners.values()].filter(each => each === owner).length
  const free = cells.filter(cell => {
    const owner = owners.get(keyOf(cell))
    return !owner || dotsOf(owner) > KEPT_DOTS
  })
  const nearest = free.reduce((best, cell) => (distance(cell) < distance(best) ? cell : best))
  owners.set(keyOf(nearest), code)
}

function inPaths(cells: Cell[], owners: Map<string, string>) {
  const codes = [...new Set(owners.values())].sort()
  const drawn = cells.filter(cell => owners.has(keyOf(cell)))
  const [left, right] = [Math.min(...drawn.map(({ x }) => x)), Math.max(...drawn.map(({ x }) => x))]
  const [top, bottom] = [Math.min(...drawn.map(({ y }) => y)), Math.max(...drawn.map(({ y }) => y))]
  const moved = drawn.map(cell => ({
    ...cell,
    x: cell.x - left + COLUMN_UNITS,
    y: cell.y - top + COLUMN_UNITS,
  }))
  const pathOf = (belongs: (owner?: string) => boolean) =>
    strokes(moved.filter(cell => belongs(owners.get(keyOf(cell)))))
  return {
    width: right - left + 2 * COLUMN_UNITS,
    height: bottom - top + 2 * COLUMN_UNITS,
    land: pathOf(() => true),
    countries: Object.fromEntries(codes.map(code => [code, pathOf(owner => owner === code)])),
  }
}

/** Neighbours in a row are one stroke. Its end lies a little beyond the last dot, which is drawn then. */
function strokes(cells: Cell[]) {
  let path = ''
  let last: Cell | undefined
  let length = 0
  const end = () => {
    if (last) path += `h${length * COLUMN_UNITS + 1}`
  }
  for (const cell of cells) {
    const isNeighbour = last?.row === cell.row && last.column + 1 === cell.column
    if (isNeighbour) length++
    else {
      end()
      length = 0
      path += `M${cell.x} ${cell.y}`
    }
    last = cell
  }
  end()
  return path
}

import type { Fields } from './part.ts'

/** Empty rows of a form below those that are kept. */
export const EMPTY_ROWS = 3

type FormRow = { place: number; order: number }

/** Numbers of the rows that a form sent, by a field that each has, such as `name-0`. */
export function placesOf(typed: Fields, field: string): number[] {
  const numbered = new RegExp(`^${field}-(\\d{1,4})$`)
  return Object.keys(typed).flatMap(each => {
    const place = numbered.exec(each)?.[1]
    return place ? [Number(place)] : []
  })
}

/** Where a row was told to stand; behind all others where nothing was said. */
export function orderOf(typed: Fields, place: number) {
  return Number.parseFloat(typed[`order-${place}`] ?? '') || Number.POSITIVE_INFINITY
}

/** Rows as they are to stand; equal numbers keep the order of the form. */
export function inOrder<Row extends FormRow>(rows: Row[]): Row[] {
  return rows.toSorted(
    (one, other) => Math.sign(one.order - other.order) || one.place - other.place,
  )
}

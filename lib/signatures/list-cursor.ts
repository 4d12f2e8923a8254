import { z } from 'zod'

/** A place in a list that is sorted by a time and then by id. */
export type ListPlace = { at: Date; id: string }

// PostgreSQL knows no year 0.
const moment = z.iso.datetime().regex(/^[1-9]/)

const place = z.tuple([moment, z.uuid()])

/** A place as it stands in an address: opaque, short, safe in a URL. */
export function writeCursor({ at, id }: ListPlace) {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url')
}

/** Reads a cursor from an address; null for anything that is not one of ours. */
export function readCursor(cursor: string | undefined): ListPlace | null {
  if (!cursor || cursor.length > 200) return null
  try {
    const [at, id] = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { at: new Date(at), id }
  } catch {
    return null
  }
}

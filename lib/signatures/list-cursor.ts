import { z } from 'zod'

/** The place of one signatory in the public list, newest first. */
export type ListPlace = { confirmedAt: Date; id: string }

// PostgreSQL knows no year 0.
const moment = z.iso.datetime().regex(/^[1-9]/)

const place = z.tuple([moment, z.uuid()])

/** A place as it stands in an address: opaque, short, safe in a URL. */
export function writeCursor({ confirmedAt, id }: ListPlace) {
  return Buffer.from(JSON.stringify([confirmedAt.toISOString(), id])).toString('base64url')
}

/** Reads a cursor from an address; null for anything that is not one of ours. */
export function readCursor(cursor: string | undefined): ListPlace | null {
  if (!cursor || cursor.length > 200) return null
  try {
    const [confirmedAt, id] = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { confirmedAt: new Date(confirmedAt), id }
  } catch {
    return null
  }
}

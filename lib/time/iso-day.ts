import { z } from 'zod'

/**
 * A day, ISO 8601, that PostgreSQL and JavaScript write alike, as they do the day after it: there is
 * no year 0, and none of five digits.
 */
export const isoDay = z.iso.date().regex(/^[12]/)

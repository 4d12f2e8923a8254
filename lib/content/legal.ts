import { z } from 'zod'
import { words } from './fields.ts'

const told = words.nullable().default(null)

/** Who answers for people's data, as the law asks (GDPR, articles 13, 27 and 28); null where nothing is said. */
export const legalFields = z
  .strictObject({
    /** Postal address of the organisation. */
    address: told,
    /** The person who answers for what is published. */
    publisher: told,
    /** Data protection officer and how to write to them, or that there is none. */
    dataProtectionOfficer: told,
    /** Representative in the European Union, for an organisation outside of it, or that none is due. */
    representative: told,
    /** Name and address of whoever runs the server. */
    host: told,
    /** Who sends the mails, where, and what protects the transfer. */
    mailProvider: told,
  })
  .prefault({})

export type Legal = z.output<typeof legalFields>

/** Names of the fields that are not said yet, in the order of the file. */
export function missingLegal(legal: Legal) {
  return Object.entries(legal).flatMap(([field, value]) => (value === null ? [field] : []))
}

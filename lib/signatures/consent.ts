import { createHash } from 'node:crypto'
import { readMessages } from '#lib/text/messages.ts'

/**
 * Hash of the wording that a signatory agreed to: the three boxes with what stands beside them, in
 * her language. It is kept with her signature. SHA-256 (FIPS 180-4), hexadecimal.
 */
export function consentVersion(language: string) {
  const { consent, public: shown, updates } = readMessages(language).form
  return createHash('sha256')
    .update(JSON.stringify([consent, shown, updates]))
    .digest('hex')
}

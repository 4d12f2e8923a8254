import type { SignatureDetails } from '../signature-details.ts'
import { isAddressOfWebsite } from './mail-domains.ts'
import { organisationKey } from './organisation-key.ts'

type Told = Pick<SignatureDetails, 'kind' | 'organisation' | 'email' | 'website'>

/** What follows from what an organisation told: its key, and whether its address proves its domain. */
export function organisationFacts({ kind, organisation, email, website }: Told) {
  const isOrganisation = kind === 'organisation'
  return {
    organisationKey: isOrganisation && organisation ? organisationKey(organisation) : null,
    isDomainVerified: isOrganisation && isAddressOfWebsite(email, website),
  }
}

import { APIError } from 'better-auth/api'

type Verified = { userVerified: boolean }

/**
 * A passkey counts as both factors: only where its authenticator verified the person, by finger, face
 * or PIN (WebAuthn level 3, section 6.1, flag UV). The library itself does not ask for it.
 */
export const refuseWithoutVerification = {
  registration: {
    afterVerification: async ({
      verification,
    }: {
      verification: { registrationInfo?: Verified }
    }) => expectVerified(verification.registrationInfo),
  },
  authentication: {
    afterVerification: async ({
      verification,
    }: {
      verification: { authenticationInfo: Verified }
    }) => expectVerified(verification.authenticationInfo),
  },
}

function expectVerified(info: Verified | undefined) {
  if (!info?.userVerified) throw new APIError('UNAUTHORIZED')
}

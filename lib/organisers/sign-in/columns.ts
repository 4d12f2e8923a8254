const ROLES: ('viewer' | 'moderator' | 'exporter' | 'owner')[] = [
  'viewer',
  'moderator',
  'exporter',
  'owner',
]

/** Names of the authentication library mapped to those of prisma/schema.prisma. */
export const LIBRARY_COLUMNS = {
  user: {
    modelName: 'organiser',
    additionalFields: { role: { type: ROLES, required: true, input: false } },
  },
  session: {
    modelName: 'organiserSession',
    fields: {
      userId: 'organiserId',
      token: 'tokenHash',
      updatedAt: 'lastSeenAt',
      userAgent: 'browser',
      ipAddress: 'networkHash',
    },
    additionalFields: { secondFactorAt: { type: 'date', required: false, input: false } },
  },
  account: { modelName: 'organiserPassword', fields: { userId: 'organiserId' } },
  verification: { modelName: 'organiserChallenge' },
  totp: {
    user: { fields: { twoFactorEnabled: 'hasSecondFactor' } },
    twoFactor: {
      modelName: 'organiserTotp',
      fields: {
        userId: 'organiserId',
        backupCodes: 'recoveryCodes',
        verified: 'isVerified',
        failedVerificationCount: 'failures',
      },
    },
  },
  passkeys: {
    passkey: {
      modelName: 'organiserPasskey',
      fields: { userId: 'organiserId', credentialID: 'credentialId', backedUp: 'isBackedUp' },
    },
  },
} as const

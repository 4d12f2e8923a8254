/** lib/env/env.ts, and what starts other programs with an environment of theirs. */
export const READS_ENVIRONMENT = [
  'bin/mail-preview.ts',
  'bin/postinstall.js',
  'server/primary.ts',
  'server/web.ts',
  'bin/studio.ts',
  'bin/support/doctor/check-settings.ts',
  'bin/support/env-file.js',
  'bin/support/install.js',
  'bin/support/node-24.js',
  'bin/support/prepare-site.ts',
  'bin/support/reencrypt.ts',
  'bin/support/run-program.ts',
  'bin/support/site-process.ts',
  'bin/support/tell-settings.ts',
  'bin/support/test-steps.ts',
  'bin/test.ts',
  'bin/with-database.ts',
  'lib/env/env.ts',
  'lib/env/is-development.ts',
  'next.config.ts',
  'prisma.config.ts',
  'vitest.config.ts',
]

/** What goes to browsers: the files marked so. */
export const CLIENT_FILES = [
  'components/organisers/broadcasts/BroadcastForm.tsx',
  'components/organisers/common/DraftAutosave.tsx',
  'components/organisers/frame/SignOutForm.tsx',
  'components/organisers/news/NewsForm.tsx',
  'components/organisers/sign-in/PasskeyButton.tsx',
  'components/organisers/signatures/TypoForm.tsx',
  'components/ui/CopyButton.tsx',
  'components/ui/ErrorShield.tsx',
  'components/ui/ShortForm.tsx',
]

/** Whose exported functions can be called from outside: the files marked so. */
export const SERVER_ACTION_FILES = [
  'app/[locale]/organisers/account/actions.ts',
  'app/[locale]/organisers/approvals/actions.ts',
  'app/[locale]/organisers/brakes/actions.ts',
  'app/[locale]/organisers/broadcasts/actions.ts',
  'app/[locale]/organisers/campaign/actions.ts',
  'app/[locale]/organisers/join/actions.ts',
  'app/[locale]/organisers/mail/actions.ts',
  'app/[locale]/organisers/mail/suppressed/actions.ts',
  'app/[locale]/organisers/news/actions.ts',
  'app/[locale]/organisers/packs/actions.ts',
  'app/[locale]/organisers/paper/actions.ts',
  'app/[locale]/organisers/people/actions.ts',
  'app/[locale]/organisers/sign-in/actions.ts',
  'app/[locale]/organisers/signatures/actions.ts',
  'app/[locale]/organisers/signatures/bulk/actions.ts',
  'app/[locale]/organisers/webhooks/actions.ts',
]

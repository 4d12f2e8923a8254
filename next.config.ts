import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_SERVER } from 'next/constants.js'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./app/messages.ts')

const config: NextConfig = {
  // A build is made beside the one that is served: bin/support/built.ts.
  distDir: process.env.OPEN_LETTER_BUILD ?? '.next',
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // Whatever lock files lie in the folders above.
  turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
  // server/encoding.ts does, and better.
  compress: false,
  cacheHandler: fileURLToPath(new URL('./server/page-cache.ts', import.meta.url)),
  // With a page's `revalidate`, the longest a CDN may keep it: lib/signatures/tally.ts promises 30 s.
  expireTime: 20,
  serverExternalPackages: [
    '@prisma/client',
    '@prisma/adapter-pg',
    'pg',
    'better-auth',
    '@better-auth/passkey',
    '@myriaddreamin/typst-ts-node-compiler',
    '@zxcvbn-ts/core',
    '@zxcvbn-ts/language-common',
    'oxc-transform',
    'prom-client',
  ],
  typescript: {
    // `npm test` checks all types; a start need not wait for that.
    ignoreBuildErrors: true,
    tsconfigPath: process.env.OPEN_LETTER_BUILD ? '.next/tsconfig.json' : 'tsconfig.json',
  },
  experimental: {
    globalNotFound: true,
    // forbidden() answers 403 with app/[locale]/forbidden.tsx.
    authInterrupts: true,
    isrFlushToDisk: false,
    // Each web process would hold every page of the console before anybody has asked for one.
    preloadEntriesOnStart: false,
    // The request guard is stricter, and says for each address how much (lib/security/request-guard.ts).
    serverActions: { bodySizeLimit: '512kb' },
  },
}

const SERVING = [PHASE_PRODUCTION_SERVER, PHASE_DEVELOPMENT_SERVER]

/** Next's own server would show pages without the request guard, the database and the workers. */
export default function configure(phase: string) {
  if (SERVING.includes(phase) && !process.env.OPEN_LETTER_SERVER) {
    console.error(
      'Next alone is not this site, whose server also guards, mails and counts: run npm start, or npm run dev to work on it.',
    )
    process.exit(1)
  }
  return withNextIntl(config)
}

import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./app/words.ts')

const config: NextConfig = {
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
  ],
  // `npm test` checks all types; a start need not wait for that.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    globalNotFound: true,
    // forbidden() answers 403 with app/[locale]/forbidden.tsx.
    authInterrupts: true,
    isrFlushToDisk: false,
    serverActions: { bodySizeLimit: '64kb' },
  },
}

export default withNextIntl(config)

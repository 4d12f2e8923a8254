import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkout } from '../../../bin/support/checkout.js'

/** The journeys visit the built site: `npm test` builds it before them. */
export default function checkBuild() {
  if (existsSync(join(checkout, '.next', 'BUILD_ID'))) return
  throw new Error('The site is not built. Run npm run build first, or npm test -- build browser.')
}

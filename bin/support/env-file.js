import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkout } from './checkout.js'

const FILE = join(checkout, '.env')

// Imported before all else: whatever is started from here has the variables of .env. Those of the environment win.
if (existsSync(FILE)) process.loadEnvFile(FILE)

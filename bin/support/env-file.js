import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { checkout } from './checkout.js'

const FILE = join(checkout, '.env')

const given = existsSync(FILE) ? parseEnv(readFileSync(FILE, 'utf8')) : {}

/** Names of the variables that have their value from .env: those of the environment win. */
export const namesFromEnvFile = Object.keys(given).filter(name => !(name in process.env))

// Imported before all else: whatever is started from here has the variables of .env.
if (existsSync(FILE)) process.loadEnvFile(FILE)

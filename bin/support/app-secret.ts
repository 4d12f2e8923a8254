import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SECRET_BYTES = 32

/** The secret of this site: APP_SECRET, else one that is made once and kept with the data. */
export function appSecret(settings: { APP_SECRET?: string | undefined; DATA_FOLDER: string }) {
  if (settings.APP_SECRET) return settings.APP_SECRET
  const file = join(settings.DATA_FOLDER, 'app-secret')
  if (!existsSync(file)) {
    mkdirSync(settings.DATA_FOLDER, { recursive: true, mode: 0o711 })
    writeFileSync(file, randomBytes(SECRET_BYTES).toString('base64url'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8')
}

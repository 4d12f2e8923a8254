import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium as playwrightChromium } from '@playwright/test'
import packedChromium from '@sparticuz/chromium'
import { checkout } from '../../../bin/support/checkout.js'

const SYSTEM_BROWSERS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const SYSTEM_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome']
const MAC_BROWSERS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * The browser to test with, for Playwright's `launchOptions`: Playwright's own Chromium, else one of
 * this machine, else the one that npm installed (docs/decisions: tests' browser).
 */
export async function findBrowser() {
  if (existsSync(playwrightChromium.executablePath())) return {}
  const installed = systemBrowsers().find(file => existsSync(file))
  if (installed) return { executablePath: installed }
  return { executablePath: await unpackedChromium(), args: ['--no-zygote', '--disable-gpu'] }
}

function systemBrowsers() {
  const linux = SYSTEM_FOLDERS.flatMap(folder => SYSTEM_BROWSERS.map(name => join(folder, name)))
  return process.platform === 'darwin' ? MAC_BROWSERS : linux
}

// The package unpacks into the folder for temporary files, where another user's copy, or half of
// one, may lie. Here it unpacks into a folder of this checkout, which appears when it is whole.
async function unpackedChromium() {
  const cache = join(checkout, 'node_modules', '.cache')
  const folder = join(cache, `chromium-${packedVersion()}`)
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true })
    const unpacking = mkdtempSync(`${folder}-`)
    await unpackInto(unpacking)
    try {
      renameSync(unpacking, folder)
    } catch {
      rmSync(unpacking, { recursive: true, force: true })
    }
  }
  return join(folder, 'chromium')
}

async function unpackInto(folder: string) {
  const usual = tmpdir()
  process.env.TMPDIR = folder
  try {
    await packedChromium.executablePath()
  } finally {
    process.env.TMPDIR = usual
  }
}

function packedVersion() {
  const file = join(checkout, 'node_modules', '@sparticuz', 'chromium', 'package.json')
  return JSON.parse(readFileSync(file, 'utf8')).version
}

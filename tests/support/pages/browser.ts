import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium as playwrightChromium } from '@playwright/test'
import packedChromium from '@sparticuz/chromium'
import { checkout } from '../../../bin/support/checkout.js'

const ARGUMENTS_OF_PACKED = ['--no-zygote', '--disable-gpu']
const SYSTEM_BROWSERS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const SYSTEM_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome']
const MAC_BROWSERS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * The browser to test with, for Playwright's `launchOptions`: Playwright's own Chromium, else the one that
 * npm installed, else one of this machine (docs/decisions/0005-the-tests-browser.md).
 */
export async function findBrowser() {
  if (existsSync(playwrightChromium.executablePath())) return {}
  const packed = process.platform === 'linux' ? await unpackedChromium() : null
  if (packed && runs(packed)) return { executablePath: packed, args: ARGUMENTS_OF_PACKED }
  const installed = systemBrowsers().find(file => existsSync(file))
  if (installed) return { executablePath: installed }
  throw new Error(
    'There is no browser to test with. Install Chromium, or run npx playwright install.',
  )
}

/** It lacks nothing of the system's libraries. */
function runs(browser: string) {
  return spawnSync(browser, ['--version'], { stdio: 'ignore' }).status === 0
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

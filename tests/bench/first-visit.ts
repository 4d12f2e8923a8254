import { chromium } from '@playwright/test'
import { findBrowser } from '../support/pages/browser.ts'
import { kilobytes, type Row } from './table.ts'

const KINDS: Record<string, string> = {
  Document: 'html',
  Stylesheet: 'css',
  Script: 'script',
  Font: 'font',
}

const PAGES = ['/fr', '/fr/signatories']

/**
 * Bytes that a first visit of the letter page, and of the list, takes from the network, headers and
 * compression included, by kind, as a browser counts them.
 */
export async function measureFirstVisit(site: string): Promise<Row[]> {
  const rows = []
  for (const path of PAGES) rows.push(toRow(path, await weigh(site + path)))
  return rows
}

async function weigh(url: string) {
  const browser = await chromium.launch(await findBrowser())
  try {
    const page = await browser.newPage()
    const network = await page.context().newCDPSession(page)
    const kinds = new Map<string, string>()
    const bytes = new Map<string, number>()
    network.on('Network.responseReceived', ({ requestId, type, response }) => {
      kinds.set(requestId, KINDS[type] ?? 'other')
      if (response.status !== 200) kinds.set(requestId, `answered ${response.status}`)
    })
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId) ?? 'other'
      bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength)
    })
    await network.send('Network.enable')
    await page.goto(url, { waitUntil: 'networkidle' })
    return bytes
  } finally {
    await browser.close()
  }
}

function toRow(path: string, bytes: Map<string, number>): Row {
  const refused = [...bytes.keys()].find(kind => kind.startsWith('answered'))
  if (refused) throw new Error(`A part of ${path} ${refused}.`)
  const all = [...bytes.values()].reduce((sum, one) => sum + one, 0)
  const kinds = [...bytes].sort(([, a], [, b]) => b - a)
  const shown = kinds.map(([kind, some]) => `${kind} ${kilobytes(some)}`).join(', ')
  return [`first visit of \`${path}\`, compressed`, `${kilobytes(all)}: ${shown}`]
}

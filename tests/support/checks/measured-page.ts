import type { CDPSession, Page } from '@playwright/test'

/** Bytes that came over the network with headers, in all and of scripts alone; grows as they come. */
export async function weigh(session: CDPSession) {
  const kinds = new Map<string, string>()
  const weight = { script: 0, total: 0 }
  await session.send('Network.enable')
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    weight.total += encodedDataLength
    if (kinds.get(requestId) === 'Script') weight.script += encodedDataLength
  })
  return weight
}

/** Has the browser note when it paints the text of `selector`; to be called before the page is opened. */
export async function notePaintOf(page: Page, selector: string) {
  await page.addInitScript(wanted => {
    new MutationObserver(() => {
      document.querySelector(wanted)?.setAttribute('elementtiming', 'wanted')
    }).observe(document, { childList: true, subtree: true })
  }, selector)
}

/** Milliseconds from the click on the link to the moment that the noted text was painted. */
export function paintedAfter(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise(resolve => {
        new PerformanceObserver(list => resolve(list.getEntries()[0]?.startTime ?? 0)).observe({
          type: 'element',
          buffered: true,
        })
      }),
  )
}

/** How far what is in sight has jumped since the page was opened: the sum of all layout shifts. */
export function shiftOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise(resolve => {
        let sum = 0
        const observer = new PerformanceObserver(list => {
          for (const entry of list.getEntries())
            sum += (entry as unknown as { value: number }).value
        })
        observer.observe({ type: 'layout-shift', buffered: true })
        // What is buffered is handed over before the next frame.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)))
      }),
  )
}

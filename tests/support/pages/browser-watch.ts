import type { BrowserContext } from '@playwright/test'

const ABORTED_BY_LEAVING = 'net::ERR_ABORTED'

/** Only a test can do that to a browser that visits the machine that it runs on. */
const NETWORK_WAS_CUT = 'net::ERR_INTERNET_DISCONNECTED'

/** Chromium says so of every answer of 400 and more; `answers` judges those by what they are. */
const FAILED_ANSWER = 'Failed to load resource'

/** Chromium tells the page of a breach that a script caught itself, and nobody else; Firefox prints it. */
const TELL_OF_BREACHES = `addEventListener('securitypolicyviolation', breach =>
  console.error('breach of', breach.effectiveDirective, breach.blockedURI, breach.sourceFile))`

/** A form that was refused says so by its status: what was typed is wrong, or the site cannot take it now. */
const REFUSED_FORM = [409, 422, 429, 503]

/** What Playwright says in tests that are not about public/sw.js: all others do without it. */
const WORKER_IS_KEPT_OUT = 'Service Worker registration blocked'

/** What Chromium says of a preloaded script where scripts are switched off. */
const SCRIPTS_ARE_OFF = 'csp'

/**
 * Watches every page of a context and gathers what no page of ours may do: complain on the console
 * (a breach of the Content-Security-Policy does too), throw, ask another origin, or ask in vain.
 * @param origins the site's own, and those that the test visits on purpose
 * @param hasScripts whether the browser runs scripts
 * @returns what was found so far, one sentence each
 */
export async function watch(context: BrowserContext, origins: string[], hasScripts: boolean) {
  const found: string[] = []
  await context.addInitScript(TELL_OF_BREACHES)
  context.on('console', message => {
    if (!['error', 'warning'].includes(message.type())) return
    if (message.text().startsWith(FAILED_ANSWER)) return
    if (message.text().startsWith(WORKER_IS_KEPT_OUT)) return
    found.push(`console.${message.type()} on ${message.page()?.url()}: ${message.text()}`)
  })
  context.on('weberror', error => found.push(`uncaught: ${error.error().stack}`))
  context.on('request', request => {
    const { protocol, origin } = new URL(request.url())
    if (/^https?:$/.test(protocol) && !origins.includes(origin)) {
      found.push(`a request to a third party: ${request.url()}`)
    }
  })
  context.on('requestfailed', request => {
    const reason = request.failure()?.errorText
    const isUnwanted = !hasScripts && reason === SCRIPTS_ARE_OFF
    const isOnPurpose = reason === ABORTED_BY_LEAVING || reason === NETWORK_WAS_CUT
    if (!isOnPurpose && !isUnwanted) found.push(`${request.url()} failed: ${reason}`)
  })
  context.on('response', response => {
    const isPage = response.request().isNavigationRequest()
    const status = response.status()
    if (response.request().method() === 'POST' && REFUSED_FORM.includes(status)) return
    if (status >= 500 || (status >= 400 && !isPage)) {
      found.push(`${response.request().method()} ${response.url()} answered ${status}`)
    }
  })
  return found
}

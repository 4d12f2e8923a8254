import { html } from '#lib/text/html.ts'
import { type KeptMessage, readKeptMessage, readMailbox } from './local-mailbox.ts'
import { serveLocally } from './serve-locally.ts'

/** Shows the local mailbox in a browser of this machine. Resolves to the server and its address. */
export function startMailboxServer(folder: string, port: number) {
  return serveLocally(port, path => pageFor(path, folder))
}

function pageFor(path: string, folder: string) {
  if (path === '/') return inboxPage(readMailbox(folder))
  const [, id = '', part] = path.split('/')
  const message = readKeptMessage(folder, id)
  if (!message) return null
  return part === 'html' ? leavingTheFrame(message.html) : messagePage(message)
}

/** A link pressed in the frame opens in the whole window: our pages let nobody frame them. */
function leavingTheFrame(mail: string) {
  return mail.replace('<head>', '<head><base target="_top">')
}

const STYLE = html`<style>
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark }
  li { margin-block: .75rem } small { display: block } pre { white-space: pre-wrap }
  iframe { inline-size: 100%; block-size: 36rem; border: 1px solid; background: #fff }
</style>`

function inboxPage(messages: KeptMessage[]) {
  const items = messages.map(
    message =>
      html`<li><a href="/${message.id}">${message.subject}</a><small>${message.to} · ${message.date}</small></li>`,
  )
  return html`<!doctype html><html lang="en"><title>Local mailbox</title>${STYLE}
    <h1>Local mailbox</h1><p>No mail leaves this machine. Reload to see new ones.</p>
    <ul>${items}</ul></html>`.text
}

function messagePage(message: KeptMessage) {
  return html`<!doctype html><html lang="en"><title>${message.subject}</title>${STYLE}
    <p><a href="/">Local mailbox</a></p><h1>${message.subject}</h1>
    <p>From ${message.from}<br>To ${message.to}<br>${message.date}</p>
    <iframe title="The message" src="/${message.id}/html"
      sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"></iframe>
    <h2>Plain text</h2><pre>${message.text}</pre></html>`.text
}

import { languages } from '#lib/content/languages.ts'
import { html } from '#lib/text/html.ts'
import { compose } from './compose.ts'
import { serveLocally } from './serve-locally.ts'
import { MAIL_KINDS, sampleMail } from './templates/load.ts'

/** What the frames show, whatever the browser's own wish. */
const LIGHTS = { day: 'not all', night: 'all' }

type Light = keyof typeof LIGHTS

/** Widths of a window, in pixels: a phone's and a desk's. */
const WIDTHS = { phone: 390, desk: 720 }

/**
 * Shows every kind of mail in every language, made of the very templates that are sent, in a browser
 * of this machine. Each start reads the templates and content/ anew.
 */
export function startPreviewServer(port: number) {
  return serveLocally(port, path => {
    const { pathname, searchParams } = new URL(path, 'http://localhost')
    const light: Light = searchParams.get('light') === 'night' ? 'night' : 'day'
    const [, kind, language, part] = pathname.split('/')
    if (!kind) return wallPage(light)
    const message = findMessage(kind, language)
    if (!message) return null
    return part === 'html' ? inLight(message.html, light) : mailPage({ ...message, path: pathname })
  })
}

function findMessage(kind: string, language: string | undefined) {
  const known = MAIL_KINDS.find(each => each === kind)
  if (!known || !language || !languages().includes(language)) return null
  return compose(sampleMail(known, language))
}

function inLight(mail: string, light: Light) {
  return mail.replace('(prefers-color-scheme: dark)', LIGHTS[light])
}

const STYLE = html`<style>
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
  body { margin: 2rem auto; max-width: 96rem; padding: 0 1.5rem }
  h1, h2 { font-family: Georgia, serif; line-height: 1.2 }
  ul { display: flex; flex-wrap: wrap; gap: 2rem; padding: 0; list-style: none }
  iframe { display: block; max-width: 100%; block-size: 44rem; border: 1px solid; background: #fff }
  pre { overflow-x: auto; padding: 1rem; border: 1px solid; font-size: .875rem }
</style>`

function wallPage(light: Light) {
  const other: Light = light === 'day' ? 'night' : 'day'
  const rows = MAIL_KINDS.map(kind => {
    const frames = languages().map(language => {
      const path = `/${kind}/${language}`
      const { subject } = compose(sampleMail(kind, language))
      return html`<li><p><a href="${path}">${subject}</a></p>${frame(path, light, WIDTHS.phone)}</li>`
    })
    return html`<h2>${kind}</h2><ul>${frames}</ul>`
  })
  return html`<!doctype html><html lang="en"><title>The mails</title>${STYLE}
    <h1>The mails</h1>
    <p>Made of the templates that are sent. Nothing leaves this machine, and no link works.
    <a href="/?light=${other}">By ${other}</a></p>${rows}</html>`.text
}

type Shown = ReturnType<typeof compose> & { path: string }

function mailPage({ path, subject, from, to, text, html: body }: Shown) {
  const kilobytes = (Buffer.byteLength(body) / 1024).toFixed(1)
  const frames = Object.keys(LIGHTS).flatMap(light =>
    Object.values(WIDTHS).map(width => html`<li>${frame(path, light, width)}</li>`),
  )
  return html`<!doctype html><html lang="en"><title>${subject}</title>${STYLE}
    <p><a href="/">The mails</a></p><h1>${subject}</h1>
    <p>From ${from}<br>To ${to}<br>${kilobytes} kB of HTML</p>
    <h2>Plain text</h2><pre>${text}</pre>
    <h2>HTML</h2><ul>${frames}</ul></html>`.text
}

function frame(path: string, light: string, width: number) {
  return html`<iframe title="The mail by ${light}" loading="lazy" sandbox="" width="${width}" src="${path}/html?light=${light}"></iframe>`
}

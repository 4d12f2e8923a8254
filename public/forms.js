// Sends a form of the public pages without leaving its page: what is wrong is told in place, and
// whatever happens on the way, what was typed stays. Nothing that is seen is touched before somebody
// sends, and without this file the browser sends the same form to the same address by itself
// (docs/decisions/0027-forms-without-hydration.md).
;(() => {
  const labels = new WeakMap()
  let isPressed = false
  let onceReleased = null

  addEventListener('submit', event => {
    const form = event.target
    if (!form.matches('form[data-plain]') || event.defaultPrevented) return
    event.preventDefault()
    const button = event.submitter ?? form.querySelector('[type=submit]')
    if (!labels.has(button)) send(form, button)
  })

  // A typing mistake is asked about as soon as the field is left; nothing is refused for it.
  addEventListener('focusout', ({ target }) => {
    if (target.name !== 'email') return
    const ask = () => suggest(target, target.form?.querySelector('[data-suggest]'))
    if (isPressed) onceReleased = ask
    else ask()
  })

  // A line that appears while somebody presses would move what she presses away from under it.
  addEventListener('pointerdown', () => (isPressed = true), true)
  for (const end of ['pointerup', 'pointercancel']) addEventListener(end, release, true)

  function release() {
    isPressed = false
    const ask = onceReleased
    onceReleased = null
    if (ask) setTimeout(ask)
  }

  // Whoever comes back to the page finds it as she left it: the button works again.
  addEventListener('pageshow', () => {
    for (const button of document.querySelectorAll('[data-plain] [type=submit]')) wake(button)
  })

  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin)
  else begin()

  function begin() {
    for (const form of document.querySelectorAll('form[data-plain]')) tellArrival(form)
    tellHiddenFrame()
  }

  function suggest(control, line) {
    if (!line) return
    const { meant, sentence, change } = JSON.parse(line.dataset.suggest)
    const [, name, domain = ''] = /^\s*(.+)@(\S+)\s*$/.exec(control.value) ?? []
    const right = Object.hasOwn(meant, domain.toLowerCase()) && meant[domain.toLowerCase()]
    const address = right ? `${name}@${right}` : ''
    // The same question stays: the button in it may be getting the focus at this moment.
    if (line.dataset.asked === address) return
    line.dataset.asked = address
    line.hidden = !right
    if (!right) return line.replaceChildren()
    const button = make('button', { type: 'button', textContent: change })
    button.onclick = () => {
      control.value = address
      line.dataset.asked = ''
      line.hidden = true
      control.focus()
    }
    const question = sentence.replace('{address}', () => address)
    line.replaceChildren(question, ' ', button)
  }

  async function send(form, button) {
    sleep(button)
    const { location: next, problems } = await answerTo(form)
    if (next) return location.assign(next)
    wake(button)
    show(form, problems ?? [{ message: form.dataset.lost }])
  }

  /** Where to go on, or what is wrong; neither where the site was not reached or could not answer. */
  async function answerTo(form) {
    try {
      const answer = await fetch(form.getAttribute('action'), {
        method: 'POST',
        body: new URLSearchParams(new FormData(form)),
        headers: { Accept: 'application/json' },
      })
      return await answer.json()
    } catch {
      return {}
    }
  }

  /** The host alone of the page before, and the tag of our own link. */
  function tellArrival({ elements: { referrerHost, cameFrom } }) {
    const { referrer } = document
    const before = URL.canParse?.(referrer) && new URL(referrer)
    if (referrerHost && before && before.host !== location.host)
      referrerHost.value ||= before.hostname
    if (cameFrom) cameFrom.value ||= new URLSearchParams(location.search).get('from') ?? ''
  }

  function sleep(button) {
    labels.set(button, [...button.childNodes])
    button.setAttribute('aria-disabled', 'true')
    if (button.dataset.sending) button.textContent = button.dataset.sending
  }

  function wake(button) {
    if (!labels.has(button)) return
    button.replaceChildren(...labels.get(button))
    button.removeAttribute('aria-disabled')
    labels.delete(button)
  }

  function show(form, problems) {
    for (const frame of form.querySelectorAll('[data-field]')) {
      const control = frame.querySelector('[name]')
      tellAt(frame, control, problems.find(({ field }) => field === control.name)?.message)
    }
    unfold(form)
    const summary = summarise(form, problems)
    const first = summary ?? form.querySelector('[aria-invalid]')
    first?.focus()
  }

  function tellAt(frame, control, message = '') {
    const error = frame.querySelector('[data-error]')
    error.textContent = message
    error.hidden = !message
    frame.toggleAttribute('data-wrong', Boolean(message))
    const texts = (control.getAttribute('aria-describedby') ?? '').split(' ')
    const others = texts.filter(id => id && id !== error.id)
    mark(control, 'aria-describedby', (message ? [error.id, ...others] : others).join(' '))
    mark(control, 'aria-invalid', message && 'true')
  }

  function mark(control, attribute, value) {
    if (value) control.setAttribute(attribute, value)
    else control.removeAttribute(attribute)
  }

  /** What is wrong is not left folded away. */
  function unfold(form) {
    const fold = form.querySelector('[data-fold]')
    if (fold) fold.checked ||= form.querySelector('[data-wrong]')?.offsetParent === null
  }

  /** The list of all that is wrong, each a link to its field; where a form has none, what is wrong with the whole. */
  function summarise(form, problems) {
    form.querySelector('[role=alert]')?.remove()
    const { title, heading, classes } = JSON.parse(form.dataset.look)
    const told = title ? problems : problems.filter(({ field }) => !field)
    if (told.length === 0) return null
    const summary = make(title ? 'div' : 'p', { className: classes.summary, tabIndex: -1 })
    summary.setAttribute('role', 'alert')
    if (title) {
      const list = make('ul', { className: classes.list })
      list.append(...told.map(problem => lineOf(problem, form.dataset.plain)))
      summary.append(make(heading, { className: classes.title, textContent: title }), list)
    } else {
      summary.textContent = told.map(({ message }) => message).join(' ')
    }
    form.prepend(summary)
    return summary
  }

  function lineOf({ field, message }, base) {
    const line = make('li', {})
    const control = field && document.getElementById(`${base}-${field}`)
    line.append(control ? make('a', { href: `#${control.id}`, textContent: message }) : message)
    return line
  }

  /** Nothing that is sent from a frame without an origin can be taken: better said before somebody writes. */
  function tellHiddenFrame() {
    if (self.origin !== 'null') return
    for (const form of document.querySelectorAll('[data-hidden-frame]')) {
      const { sentence, link, href, look } = JSON.parse(form.dataset.hiddenFrame)
      const told = make('div', { className: look })
      told.setAttribute('role', 'status')
      const way = make('a', { href, target: '_blank', rel: 'noopener', textContent: link })
      // In full as well: where no new tab may be opened it can still be copied.
      for (const part of [sentence, way, href]) told.appendChild(make('p', {})).append(part)
      form.prepend(told)
    }
  }

  function make(element, properties) {
    return Object.assign(document.createElement(element), properties)
  }
})()

// Puts the device's own share sheet and the clipboard beside the other ways, where the browser has them.
;(() => {
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', offer)
  else offer()

  function offer() {
    for (const place of document.querySelectorAll('[data-share]')) offerAt(place)
  }

  function offerAt(place) {
    const { url, title, text, device, copy, copied, looks } = JSON.parse(place.dataset.share)
    const told = Object.assign(document.createElement('span'), { className: looks.hidden })
    told.setAttribute('role', 'status')
    const ways = [told]
    const addWay = (label, className, press) => {
      const button = document.createElement('button')
      Object.assign(button, { type: 'button', textContent: label, className })
      // A browser may refuse: the address stands above, to be copied by hand.
      button.addEventListener('click', () => press(button).catch(() => undefined))
      ways.unshift(button)
    }
    if ('clipboard' in navigator) {
      addWay(copy, looks.copy, async button => {
        await navigator.clipboard.writeText(url)
        button.textContent = copied
        told.textContent = copied
      })
    }
    if ('share' in navigator) {
      addWay(device, looks.share, () => navigator.share({ url, title, text }))
    }
    place.replaceWith(...ways)
  }
})()

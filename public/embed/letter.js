// Puts the letter's frame where this script stands, and keeps it as high as what it shows.
// <script async src="https://…/embed/letter.js" data-language="en" data-show="form"></script>
;(() => {
  const script = document.currentScript
  const { language = 'fr', show = 'tally', title = '' } = script.dataset
  const site = new URL(script.src).origin
  const frame = document.createElement('iframe')
  frame.src = `${site}/${language}/embed${show === 'form' ? '/form' : ''}`
  frame.title = title
  frame.width = '100%'
  frame.height = show === 'form' ? '1200' : '260'
  frame.loading = 'lazy'
  frame.style.border = '0'
  script.after(frame)
  addEventListener('message', ({ origin, source, data }) => {
    const height = Number(data?.openLetterHeight)
    if (origin !== site || source !== frame.contentWindow || !(height > 0)) return
    frame.height = `${height}`
    // Whoever sent the form was at its foot, and what follows is short.
    if (frame.getBoundingClientRect().bottom < 0) frame.scrollIntoView({ block: 'nearest' })
  })
})()

// Tells the page around this frame how high it would like to be: a number, and nothing else.
if (parent !== window) {
  const tell = () => {
    const { body } = document
    // Elsewhere a page fills its window; here the window follows the page, or it could never shrink.
    body.style.minHeight = '0'
    // Whole pixels, with whatever reaches below the body: browsers round a part of one in different ways,
    // and a frame that is one too low scrolls.
    const height = Math.max(Math.ceil(body.getBoundingClientRect().height), body.scrollHeight)
    body.style.minHeight = `${height}px`
    parent.postMessage({ openLetterHeight: height }, '*')
  }
  const watch = () => new ResizeObserver(tell).observe(document.querySelector('main'))
  if (document.readyState !== 'loading') watch()
  else addEventListener('DOMContentLoaded', watch)
}

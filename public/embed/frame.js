// Tells the page around this frame how high it would like to be: a number, and nothing else.
if (parent !== window) {
  const tell = () =>
    parent.postMessage(
      { openLetterHeight: Math.ceil(document.body.getBoundingClientRect().height) },
      '*',
    )
  const watch = () => {
    // Elsewhere a page fills its window; here the window follows the page, or it could never shrink.
    document.body.style.minHeight = '0'
    new ResizeObserver(tell).observe(document.body)
  }
  if (document.body) watch()
  else addEventListener('DOMContentLoaded', watch)
}

// Tells the page around this frame how high it would like to be: a number, and nothing else.
if (parent !== window) {
  const tell = () =>
    parent.postMessage(
      { openLetterHeight: Math.ceil(document.body.getBoundingClientRect().height) },
      '*',
    )
  const watch = () => new ResizeObserver(tell).observe(document.body)
  if (document.body) watch()
  else addEventListener('DOMContentLoaded', watch)
}

// Keeps one page at hand for a reader who loses the network, once the page that she came for is there.
const { page } = document.currentScript.dataset
addEventListener('load', () => {
  navigator.serviceWorker
    ?.register(`/sw.js?page=${encodeURIComponent(page)}`)
    .catch(() => undefined)
})

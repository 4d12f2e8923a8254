// Fetches the programs of a page once its reader comes near a form, goes to one by keyboard, or stays:
// until then they have nothing to do, and the line and the processor are the reader's. Whoever asked her
// browser to save data gets them for the form alone.

const STAYS_MS = 30_000

const programs = document.currentScript.dataset.programs.split(' ')
const near = new IntersectionObserver(seen => seen.some(form => form.isIntersecting) && wake(), {
  rootMargin: '100%',
})

for (const form of document.forms) near.observe(form)
addEventListener('focusin', wake, { once: true })
if (!navigator.connection?.saveData) setTimeout(wake, STAYS_MS)

function wake() {
  near.disconnect()
  for (const src of programs.splice(0)) {
    document.head.append(Object.assign(document.createElement('script'), { src, async: true }))
  }
}

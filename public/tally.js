// Counts on while somebody looks at the page. What the server wrote stays where nothing new is known.
;(() => {
  const REFRESH_INTERVAL_MS = 30_000

  /** As lib/signatures/goal.ts has them; the line is drawn as components/letter/GoalLine.tsx draws it. */
  const FIRST_GOAL = 100
  const RUNGS = [1, 2.5, 5, 10]
  const LINE_WIDTH = 1400
  const BEAT_WIDTH = 178

  const locale = document.documentElement.lang

  setInterval(async () => {
    if (document.visibilityState !== 'visible') return
    const answer = await fetch('/api/tally').catch(() => undefined)
    if (!answer?.ok) return
    const latest = await answer.json()
    for (const tally of document.querySelectorAll('[data-tally]')) show(latest, tally)
  }, REFRESH_INTERVAL_MS)

  function show({ currentVersion, onPaper, ...all }, tally) {
    if (all.signatures === 0) return
    const words = JSON.parse(tally.dataset.tally)
    const counts = currentVersion ?? all
    const signatures = [inDigits(counts.signatures), noun(counts.signatures, words.signatures)]
    const write = (place, text) => {
      const element = tally.querySelector(`[data-count=${place}]`)
      if (element && element.textContent !== text) element.textContent = text
    }
    // Where it said that nobody had signed yet.
    if (!tally.querySelector('[data-count]')) {
      tally.querySelector('p').textContent = signatures.join(' ')
      return
    }
    const goal = nextGoal(counts.signatures, words.ownGoal)
    write('number', signatures[0])
    write('noun', signatures[1])
    write('goal', `${words.goal} ${inDigits(goal)}`)
    write('parts', inParts(counts, words))
    write('paper', onPaper ? `${words.onPaper} ${inDigits(onPaper)}` : '')
    draw(tally.querySelector('[data-count=line]'), counts.signatures / goal)
  }

  function inParts(counts, words) {
    return ['individuals', 'organisations', 'countries']
      .filter(part => counts[part] > 0)
      .map(part => `${inDigits(counts[part])} ${noun(counts[part], words[part])}`)
      .join(words.comma)
  }

  function noun(count, words) {
    return words[new Intl.PluralRules(locale).select(count)] ?? words.other
  }

  function inDigits(count) {
    return new Intl.NumberFormat(locale).format(count)
  }

  function nextGoal(signatures, ownGoal) {
    if (ownGoal > signatures) return ownGoal
    if (signatures < FIRST_GOAL) return FIRST_GOAL
    const size = 10 ** Math.floor(Math.log10(signatures))
    return (RUNGS.find(rung => rung * size > signatures) ?? 10) * size
  }

  function draw(line, part) {
    if (!line) return
    const beat = Math.round(part * (LINE_WIDTH - BEAT_WIDTH))
    const [rest, drawn, pulse] = line.children
    rest.setAttribute('d', `M${beat + BEAT_WIDTH} 112H${LINE_WIDTH}`)
    drawn.setAttribute('d', `M0 109H${beat + 2}V115H0z`)
    pulse.setAttribute('transform', `translate(${beat})`)
  }
})()

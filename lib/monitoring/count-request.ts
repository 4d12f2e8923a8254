import { requestSeconds, requests } from './metrics.ts'

type Meter = { seconds: { observe: (value: number) => void }; byStatus: Map<number, () => void> }

const meters = new Map<string, Meter>()

/**
 * Counts an answered request: one observation and one count, whose labels were made the first time.
 * @param route as its folder names it, or one word for whatever is no route: a bounded number of them
 */
export function countRequest(route: string, status: number, seconds: number) {
  const meter = meters.get(route) ?? makeMeter(route)
  meter.seconds.observe(seconds)
  const count = meter.byStatus.get(status) ?? makeCount(meter, route, status)
  count()
}

function makeMeter(route: string): Meter {
  const meter = { seconds: requestSeconds.labels(route), byStatus: new Map() }
  meters.set(route, meter)
  return meter
}

function makeCount(meter: Meter, route: string, status: number) {
  const labelled = requests.labels(route, String(status))
  const count = () => labelled.inc()
  meter.byStatus.set(status, count)
  return count
}

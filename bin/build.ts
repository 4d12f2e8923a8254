import { buildIfChanged } from './support/build.ts'
import { main } from './support/main.ts'
import { stopSignal } from './support/stop-signal.ts'

await main(() => buildIfChanged(stopSignal()))

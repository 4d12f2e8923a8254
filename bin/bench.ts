import { bench } from '../tests/bench/bench.ts'
import { main } from './support/main.ts'

// npm run bench: docs/benchmarks.md says what is measured, and how.
await main(bench)

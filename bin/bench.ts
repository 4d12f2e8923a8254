import { main } from './support/main.ts'

// npm run bench               the site with 200,000 signatures
// npm run bench -- overview   the organisers' overview with a million
// npm run bench -- mails      the outbox, and signing while it empties
// npm run bench -- exports    exports, a snapshot and its pack (--signatures 1000000)
// npm run bench -- surge      many people at once: how many, beside what, and whether all stays true
// docs/benchmarks.md says what is measured, and how.
if (process.argv[2] === 'overview') {
  // Not through main: it reads the environment, which this one sets first.
  const { benchOverview } = await import('../tests/bench/bench-overview.ts')
  await benchOverview()
} else if (process.argv[2] === 'exports') {
  const { benchExports } = await import('../tests/bench/bench-exports.ts')
  await benchExports(process.argv.slice(3))
} else if (process.argv[2] === 'mails') {
  const { benchMails } = await import('../tests/bench/bench-mails.ts')
  await main(benchMails)
} else if (process.argv[2] === 'surge') {
  const { benchSurge } = await import('../tests/bench/bench-surge.ts')
  await main(benchSurge)
} else {
  const { bench } = await import('../tests/bench/bench.ts')
  await main(bench)
}

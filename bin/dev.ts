import './support/env-file.js'
import { generateClientIfChanged } from './support/build.ts'
import { launch } from './support/launch.ts'

await launch({
  mode: 'development',
  prepare: (_siteUrl, signal) => generateClientIfChanged(signal),
})

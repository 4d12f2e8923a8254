import './support/env-file.js'
import { buildIfChanged } from './support/build.ts'
import { launch } from './support/launch.ts'

await launch({ mode: 'production', prepare: buildIfChanged })

import './support/env-file.js'
import { launch } from './support/launch.ts'

await launch('production')

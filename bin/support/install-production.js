import { installIfNeeded } from './install.js'

// An image installs in a layer of its own, which is kept while package-lock.json stays as it is.
await installIfNeeded('production')

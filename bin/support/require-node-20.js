const OLDEST_NODE = 20

// Imported before all else. Old Nodes must be able to read this file and its companions.
if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  console.error(
    `This needs Node ${OLDEST_NODE} or newer, and finds Node ${process.versions.node}: get a newer one at https://nodejs.org.`,
  )
  process.exit(1)
}

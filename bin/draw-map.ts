import { writeFileSync } from 'node:fs'
import { drawCells } from './support/map-cells.ts'
import { readTerritories } from './support/map-territories.ts'

const FILE = 'lib/geography/country-cells.json'

// Run it again after an update of world-atlas, and look at the map: node bin/draw-map.ts
writeFileSync(FILE, `${JSON.stringify(drawCells(readTerritories()), null, 1)}\n`)
console.log(`Wrote ${FILE}.`)

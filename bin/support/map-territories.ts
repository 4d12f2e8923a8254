import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { geoCentroid, geoDistance } from 'd3-geo'
import isoCountries from 'i18n-iso-countries'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

type Place = [longitude: number, latitude: number]
type Ring = Place[]

/** A piece of land, and the ISO 3166-1 alpha-2 code that people who live there choose in the form. */
export type Territory = { code: string; polygon: { type: 'Polygon'; coordinates: Ring[] } }

/** Names that Natural Earth gives no number: the code of the United Nations' map, or none. */
const WITHOUT_NUMBER: Record<string, string> = {
  Kosovo: 'XK',
  Somaliland: 'SO',
  'N. Cyprus': 'CY',
}

/**
 * Land that the atlas draws with another state, by a place in it: territories that ISO 3166-1 gives a
 * code of their own, and Crimea, which is Ukraine's (General Assembly, resolution 68/262).
 */
const DRAWN_APART: { code: string; within: string; place: Place }[] = [
  { code: 'GF', within: 'FR', place: [-53, 4] },
  { code: 'GP', within: 'FR', place: [-61.5, 16.2] },
  { code: 'MQ', within: 'FR', place: [-61, 14.7] },
  { code: 'RE', within: 'FR', place: [55.5, -21.1] },
  { code: 'YT', within: 'FR', place: [45.1, -12.8] },
  { code: 'BQ', within: 'NL', place: [-68.3, 12.2] },
  { code: 'BQ', within: 'NL', place: [-63, 17.5] },
  { code: 'SJ', within: 'NO', place: [18, 78.6] },
  { code: 'TK', within: 'NZ', place: [-172, -9] },
  { code: 'UA', within: 'RU', place: [34.3, 45.3] },
]

/** How far from its place such land may have its centre, in radians: about 600 km. */
const NEAR_RADIANS = 0.1

/** Land that is too small for the atlas. */
const MISSING: { code: string; place: Place }[] = [
  { code: 'CC', place: [96.8, -12.2] },
  { code: 'CX', place: [105.6, -10.5] },
  { code: 'GI', place: [-5.4, 36.1] },
  { code: 'TV', place: [179.2, -8.5] },
]

/** The pieces of land of the world (Natural Earth 1:50m, public domain), without Antarctica. */
export function readTerritories(): Territory[] {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json')
  const atlas: Topology<{ countries: GeometryCollection<{ name: string }> }> = JSON.parse(
    readFileSync(file, 'utf8'),
  )
  const drawn = feature(atlas, atlas.objects.countries).features.flatMap(({ id, ...country }) => {
    const state =
      isoCountries.numericToAlpha2(Number(id)) ?? WITHOUT_NUMBER[country.properties.name]
    if (!state || state === 'AQ') return []
    return polygonsOf(country.geometry).map(polygon => ({ code: codeOf(polygon, state), polygon }))
  })
  return [...drawn, ...MISSING.map(({ code, place }) => ({ code, polygon: dot(place) }))]
}

function polygonsOf(geometry: GeoJSON.Geometry): Territory['polygon'][] {
  if (geometry.type === 'Polygon') return [geometry as Territory['polygon']]
  if (geometry.type !== 'MultiPolygon') return []
  return geometry.coordinates.map(rings => ({ type: 'Polygon', coordinates: rings as Ring[] }))
}

function codeOf(polygon: Territory['polygon'], state: string) {
  const centre = geoCentroid(polygon)
  const [nearest] = DRAWN_APART.filter(({ within }) => within === state)
    .map(({ code, place }) => ({ code, distance: geoDistance(centre, place) }))
    .sort((one, other) => one.distance - other.distance)
  return nearest && nearest.distance < NEAR_RADIANS ? nearest.code : state
}

function dot([longitude, latitude]: Place): Territory['polygon'] {
  const [west, south, size] = [longitude - 0.05, latitude - 0.05, 0.1]
  const corners: Ring = [
    [west, south],
    [west, south + size],
    [west + size, south + size],
    [west + size, south],
    [west, south],
  ]
  return { type: 'Polygon', coordinates: [corners] }
}

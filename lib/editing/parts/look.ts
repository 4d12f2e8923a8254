import { type Part, plainPart, type Setting } from './part.ts'

/** How the site looks. */
export function lookPart(): Part {
  const part = plainPart([
    setting('accent'),
    setting('accentAtNight', 'null'),
    setting('drawing'),
    setting('heading'),
  ])
  return {
    ...part,
    fieldOf: (path, place, typed) => {
      const field = FIELDS_OF_FILES[path]
      return field ? { field, reason: `needs a file: ${place}` } : part.fieldOf(path, place, typed)
    },
  }
}

/** The choices that need a file of their own. */
const FIELDS_OF_FILES: Record<string, string> = {
  'look/drawing.svg': 'drawing',
  'look/logo.svg': 'heading',
}

function setting(field: string, empty: Setting['empty'] = 'absent'): Setting {
  return { field, path: 'campaign.yaml', at: ['look', field], empty }
}

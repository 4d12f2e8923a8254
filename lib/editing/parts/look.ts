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
    fieldOf: (found, typed) => {
      const field = FIELDS_OF_FILES[found.path]
      return field ? { field, fault: { code: 'needs-file' } } : part.fieldOf(found, typed)
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

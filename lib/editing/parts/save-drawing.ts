import type { Organiser } from '#lib/access/organiser.ts'
import { ContentError } from '#lib/content/content-error.ts'
import type { DrawingName } from '#lib/content/drawings.ts'
import { editYaml, type YamlEdit } from '#lib/content/edit-yaml.ts'
import { DrawingError, type DrawingFault, redrawSvg, svgOf } from '#lib/content/redraw-svg.ts'
import { CAMPAIGN_FOLDERS } from '#lib/text/campaign-files.ts'
import { NO_FILE, readContentFile } from '../read-content-file.ts'
import { writeContent } from '../write-content.ts'

export type SaveDrawingOutcome =
  | { outcome: 'written' | 'unchanged' | 'read-only' | 'mistaken' | 'conflict' }
  | { outcome: 'refused'; fault: DrawingFault }

/** What the look says where it has a drawing of its own. */
const WANTED: Record<DrawingName, YamlEdit> = {
  drawing: { at: ['look', 'drawing'], value: 'own' },
  logo: { at: ['look', 'heading'], value: 'logo' },
}

/** Keeps a drawing, drawn anew, and lets the look have it, in one save. */
export async function saveDrawing(
  organiser: Organiser,
  name: DrawingName,
  source: string,
  folders = CAMPAIGN_FOLDERS,
): Promise<SaveDrawingOutcome> {
  try {
    const drawn = `${svgOf(redrawSvg(source), null)}\n`
    const texts = { [`look/${name}.svg`]: () => drawn, 'campaign.yaml': withDrawing(name) }
    const changes = Object.entries(texts).map(([path, change]) => {
      const file = readContentFile(path, folders.content)
      return { path, text: change(file?.text ?? null), seen: file?.hash ?? NO_FILE }
    })
    const { outcome } = await writeContent(organiser, changes, { folders })
    return { outcome }
  } catch (error) {
    // The settings cannot be read, or are left to hands.
    if (error instanceof ContentError) return { outcome: 'mistaken' }
    if (!(error instanceof DrawingError)) throw error
    return { outcome: 'refused', fault: error.fault }
  }
}

function withDrawing(name: DrawingName) {
  return (text: string | null) => editYaml(text, [WANTED[name]])
}

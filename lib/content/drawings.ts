import { readSettings } from './campaign-settings.ts'
import { ContentError } from './content-error.ts'
import { PROJECT_FOLDER, readText } from './content-file.ts'
import { memoize } from './memoize.ts'
import {
  type Drawing,
  DrawingError,
  LARGEST_DRAWING_BYTES,
  MOST_SHAPES,
  redrawSvg,
} from './redraw-svg.ts'

/** The drawings that a letter may bring along, by name: content/look/<name>.svg. */
export const DRAWINGS = ['drawing', 'logo'] as const

export type DrawingName = (typeof DRAWINGS)[number]

/**
 * A drawing of the letter's own, redrawn; null where the look has none.
 * @throws ContentError naming the file, where it is missing or no safe drawing
 */
export function readDrawing(name: DrawingName, root = PROJECT_FOLDER): Drawing | null {
  const { drawing, heading } = readSettings(root).look
  const isWanted = name === 'drawing' ? drawing === 'own' : heading === 'logo'
  const file = drawingFile(name)
  return isWanted ? memoize(root, file, () => redraw(readText(root, file), file)) : null
}

const BOUNDS = { kilobytes: LARGEST_DRAWING_BYTES / 1024, shapes: MOST_SHAPES }

/** The file that holds a drawing. */
function drawingFile(name: DrawingName) {
  return `content/look/${name}.svg`
}

function redraw(source: string, file: string) {
  try {
    return redrawSvg(source)
  } catch (error) {
    if (!(error instanceof DrawingError)) throw error
    throw new ContentError([{ file, code: `drawing-${error.fault}`, values: BOUNDS }])
  }
}

'use server'

import { z } from 'zod'
import { applyArchive } from '#lib/editing/archive/apply-archive.ts'
import { BEGINNINGS, beginAnew } from '#lib/editing/begin-anew.ts'
import { undoSave } from '#lib/editing/undo-save.ts'
import { consoleAction } from '../console-action.ts'
import { idField, seenFiles } from '../form-values.ts'

/** Puts back what stood in the files before a save. */
export const undoSaveAction = consoleAction(
  'write-content',
  idField,
  async ({ id }, { organiser }) => {
    const { outcome } = await undoSave(organiser, id)
    // The page of the save says what stands in the way.
    return `content?notice=${outcome}${outcome === 'mistaken' ? `&save=${id}` : ''}`
  },
)

/** Takes in the files of a ZIP, as they were shown. */
export const applyArchiveAction = consoleAction(
  { capability: 'write-content', fresh: true },
  idField.extend({ seen: seenFiles }),
  async ({ id, seen }, { organiser }) => {
    const { outcome } = await applyArchive(organiser, id, seen)
    const isDone = outcome === 'written' || outcome === 'unchanged' || outcome === 'unknown'
    return isDone ? `content?notice=${outcome}` : `content/${id}?notice=${outcome}`
  },
)

/** Begins the letter anew. */
export const beginAnewAction = consoleAction(
  { capability: 'write-content', fresh: true },
  z.object({ from: z.enum(BEGINNINGS) }),
  async ({ from }, { organiser }) => {
    const { outcome } = await beginAnew(organiser, from)
    return `content?notice=${outcome}`
  },
)

import type { ComponentProps } from 'react'
import { FileMistakes } from '#components/organisers/common/FileMistakes.tsx'

type ChangeMistakesProps = ComponentProps<typeof FileMistakes> & { words: { mistakes: string } }

/** Why changes of files cannot be written; nothing where they can. */
export function ChangeMistakes({ files, words }: ChangeMistakesProps) {
  if (files.length === 0) return null
  return (
    <>
      <p>{words.mistakes}</p>
      <ul>
        <FileMistakes files={files} />
      </ul>
    </>
  )
}

import type { ReactNode } from 'react'
import { Button } from '#components/ui/Button.tsx'
import type { Messages } from '#lib/text/messages.ts'
import styles from './ActButtons.module.css'
import type { ActName } from './acts.ts'

/** The action behind every button that decides on one signature. */
export type ActAction = (form: FormData) => Promise<void>

/** A signature as it was read. */
export type ReadSignature = {
  id: string
  contents: string
  /** The search that led to its page, as a query. */
  search?: string
}

type ActButtonsProps = {
  signature: ReadSignature
  acts: ActName[]
  act: ActAction
  /** Where to go afterwards: a query of the table; without one, the signature's page. */
  back?: string
  /** Whose signature it is, for those who hear the buttons one by one. */
  name: string
  /** What else is asked before the buttons. */
  children?: ReactNode
  words: Messages['organisers']['signatures']['acts']
}

/** Buttons that decide on one signature, as it was read. */
export function ActButtons(props: ActButtonsProps) {
  const { signature, acts, act, back, name, children, words } = props
  if (acts.length === 0) return null
  return (
    <form action={act} className={styles.buttons}>
      <ReadFields signature={signature} {...(back !== undefined && { back })} />
      {children}
      {acts.map(each => (
        <Button
          key={each}
          type="submit"
          look="quiet"
          name="act"
          value={each}
          aria-label={`${words[each]} – ${name}`}
        >
          {words[each]}
        </Button>
      ))}
    </form>
  )
}

/** Hidden fields of a signature's revision, so that only what was read is decided on, and of the search on the way. */
export function ReadFields({ signature, back }: Pick<ActButtonsProps, 'signature' | 'back'>) {
  return (
    <>
      <input type="hidden" name="id" value={signature.id} />
      <input type="hidden" name="contents" value={signature.contents} />
      {back !== undefined && <input type="hidden" name="back" value={back} />}
      {signature.search && <input type="hidden" name="search" value={signature.search} />}
    </>
  )
}

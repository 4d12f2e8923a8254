import { Button } from '#components/ui/Button.tsx'
import type { Messages } from '#lib/text/messages.ts'
import styles from './ActButtons.module.css'
import type { ActName } from './acts.ts'

/** The action behind every button that decides on one signature. */
export type ActAction = (form: FormData) => Promise<void>

type ActButtonsProps = {
  signature: { id: string; contents: string }
  acts: ActName[]
  act: ActAction
  /** Where to go afterwards: a query of the table; without one, the signature's page. */
  back?: string
  /** Whose signature it is, for those who hear the buttons one by one. */
  name: string
  words: Messages['organisers']['signatures']['acts']
}

/** Buttons that decide on one signature, as it was read. */
export function ActButtons({ signature, acts, act, back, name, words }: ActButtonsProps) {
  if (acts.length === 0) return null
  return (
    <form action={act} className={styles.buttons}>
      <ReadFields signature={signature} {...(back !== undefined && { back })} />
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

/** Hidden fields of a signature's revision, so that only what was read is decided on. */
export function ReadFields({ signature, back }: Pick<ActButtonsProps, 'signature' | 'back'>) {
  return (
    <>
      <input type="hidden" name="id" value={signature.id} />
      <input type="hidden" name="contents" value={signature.contents} />
      {back !== undefined && <input type="hidden" name="back" value={back} />}
    </>
  )
}

import { Button } from '#components/ui/Button.tsx'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import type { Messages } from '#lib/text/messages.ts'
import { type ActAction, ReadFields, type ReadSignature } from './ActButtons.tsx'
import styles from './DecideForms.module.css'

type PersonActsProps = {
  signature: ReadSignature
  /** Address of the signature's page. */
  page: string
  /** The same with the second question of erasing. */
  askErase: string
  words: Messages['organisers']['signatures']['person']
  /** Each null where it is not possible, or not for this organiser. */
  askAgain: ActAction | null
  stopNews: ActAction | null
  /** Address that takes the form. */
  handOut: string | null
  erase: ActAction | null
  /** Whether the second question of erasing is asked. */
  isAsked: boolean
}

/** What is done for a signatory who asks: each a form of one button, but for erasing, which asks twice. */
export function PersonActs(props: PersonActsProps) {
  const { signature, page, askErase, words, askAgain, stopNews, handOut, erase, isAsked } = props
  if (!askAgain && !stopNews && !handOut) return <p>{words.nothing}</p>
  return (
    <>
      {askAgain && <PersonForm action={askAgain} signature={signature} label={words.askAgain} />}
      {stopNews && <PersonForm action={stopNews} signature={signature} label={words.stopNews} />}
      {handOut && (
        <form action={handOut} method="post">
          <Button type="submit" look="quiet">
            {words.handOut}
          </Button>
        </form>
      )}
      {erase && !isAsked && (
        <p>
          <a href={askErase}>{words.erase}</a>
        </p>
      )}
      {erase && isAsked && (
        <EraseForm erase={erase} signature={signature} page={page} words={words} />
      )}
    </>
  )
}

type PersonFormProps = Pick<PersonActsProps, 'signature'> & { action: ActAction; label: string }

function PersonForm({ action, signature, label }: PersonFormProps) {
  return (
    <form action={action}>
      <ReadFields signature={signature} />
      <Button type="submit" look="quiet">
        {label}
      </Button>
    </form>
  )
}

type EraseFormProps = Pick<PersonActsProps, 'signature' | 'page' | 'words'> & { erase: ActAction }

/** The second question: a slip of a finger erases nobody. */
function EraseForm({ erase, signature, page, words }: EraseFormProps) {
  return (
    <form action={erase} className={styles.fields}>
      <ReadFields signature={signature} />
      <p>{words.eraseLead}</p>
      <Checkbox id="erase-sure" name="sure" label={words.sure} required />
      <Button type="submit" look="quiet">
        {words.eraseNow}
      </Button>
      <p>
        <a href={page}>{words.keep}</a>
      </p>
    </form>
  )
}

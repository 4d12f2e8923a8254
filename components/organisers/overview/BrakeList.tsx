import styles from '#components/organisers/mail/Mail.module.css'
import { Button } from '#components/ui/Button.tsx'

/** A brake that is on, in words. */
type BrakeLine = {
  name: string
  means: string
  since: string
  /** Where to look; null for who may not. */
  href: string | null
}

type BrakeListProps = {
  brakes: BrakeLine[]
  /** Null for who may only watch. */
  release: ((form: FormData) => Promise<void>) | null
  words: { heading: string; lead: string; look: string; release: string }
}

/** The brakes that are on, each with the way to what pulled it; nothing when there is none. */
export function BrakeList({ brakes, release, words }: BrakeListProps) {
  if (brakes.length === 0) return null
  return (
    <section id="brakes" className={styles.notice} aria-labelledby="brakes-title">
      <h2 id="brakes-title">{words.heading}</h2>
      <p>{words.lead}</p>
      <ul className={styles.facts}>
        {brakes.map(({ name, means, since, href }) => (
          <li key={name} className={styles.group}>
            <span>
              {means} {since} {href && <a href={href}>{words.look}</a>}
            </span>
            {release && (
              <form action={release}>
                <input type="hidden" name="brake" value={name} />
                <Button type="submit" look="quiet">
                  {words.release}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

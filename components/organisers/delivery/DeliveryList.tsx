import { Button, ButtonLink } from '#components/ui/Button.tsx'
import type { Delivery } from '#lib/delivery/list-deliveries.ts'
import type { Messages } from '#lib/text/messages.ts'
import styles from './DeliveryList.module.css'

type ShownDelivery = Pick<
  Delivery,
  'id' | 'state' | 'progress' | 'root' | 'packHash' | 'isAsFirst' | 'isThere' | 'unsetNames'
> & {
  /** When it was frozen or asked for, and how much is in it, in words. */
  moment: string
  size: string
  isFrozen: boolean
  /** What was chosen for it, in words; null for nothing. */
  contents: string | null
  /** Where another pack of its signatures is prepared; null before they are frozen. */
  anotherHref: string | null
  /** When it was handed over and to whom, in a sentence; null while it is private. */
  handedOver: string | null
  /** Where it is handed over or deleted; null where it cannot be. */
  decideHref: string | null
  /** Whether it was taken between closing and the final count. */
  isProvisional: boolean
  /** How many names its PDFs cannot show, in a sentence; null for none. */
  unset: string | null
  /** Words of the button, and where its form goes. */
  download: string
  href: string
}

type DeliveryListProps = {
  deliveries: ShownDelivery[]
  makeAgain: (form: FormData) => Promise<void>
  /** This very page. */
  refreshHref: string
  words: Messages['organisers']['packs']
}

/** Every delivery: how far it is, and its file. */
export function DeliveryList({ deliveries, makeAgain, refreshHref, words }: DeliveryListProps) {
  if (deliveries.length === 0) return <p>{words.none}</p>
  return (
    <ul className={styles.list}>
      {deliveries.map(delivery => (
        <li key={delivery.id} className={styles.row}>
          <h2 className={styles.moment}>
            {delivery.isFrozen ? '' : `${words.asked} `}
            {delivery.moment}
          </h2>
          {delivery.isFrozen && <p>{delivery.size}</p>}
          {delivery.contents && <p>{delivery.contents}</p>}
          {delivery.isFrozen && <p>{delivery.handedOver ?? words.private}</p>}
          {delivery.isProvisional && <p>{words.provisional}</p>}
          <State delivery={delivery} refreshHref={refreshHref} words={words} />
          <Unset delivery={delivery} words={words} />
          <div className={styles.buttons}>
            {delivery.isThere && (
              <form method="post" action={delivery.href}>
                <Button type="submit" aria-label={`${delivery.download} – ${delivery.moment}`}>
                  {delivery.download}
                </Button>
              </form>
            )}
            {(delivery.state === 'failed' || delivery.state === 'made') && (
              <form action={makeAgain}>
                <input type="hidden" name="id" value={delivery.id} />
                <Button
                  type="submit"
                  look="quiet"
                  aria-label={`${words.again} – ${delivery.moment}`}
                >
                  {words.again}
                </Button>
              </form>
            )}
            {delivery.anotherHref && (
              <ButtonLink
                look="quiet"
                href={delivery.anotherHref}
                aria-label={`${words.another} – ${delivery.moment}`}
              >
                {words.another}
              </ButtonLink>
            )}
            {delivery.decideHref && (
              <ButtonLink
                look="quiet"
                href={delivery.decideHref}
                aria-label={`${words.decide} – ${delivery.moment}`}
              >
                {words.decide}
              </ButtonLink>
            )}
          </div>
          <dl className={styles.hashes}>
            <Hash term={words.root} hash={delivery.root} />
            <Hash term={words.hash} hash={delivery.packHash} />
          </dl>
        </li>
      ))}
    </ul>
  )
}

type StateProps = { delivery: ShownDelivery } & Pick<DeliveryListProps, 'refreshHref' | 'words'>

function State({ delivery, refreshHref, words }: StateProps) {
  const { state, progress, isThere, isAsFirst, moment } = delivery
  if (state === 'made') {
    if (!isThere) return <p>{words.cleared}</p>
    return (
      <p>
        {words.states.made}.{isAsFirst !== null && ` ${isAsFirst ? words.same : words.differs}`}
      </p>
    )
  }
  if (state === 'failed') return <p>{words.states.failed}</p>
  return (
    <p className={styles.state}>
      <span>{words.states[state]}</span>
      <progress className={styles.bar} max={100} value={progress} aria-label={moment} />
      <ButtonLink look="quiet" href={refreshHref}>
        {words.refresh}
      </ButtonLink>
    </p>
  )
}

/** Notice above the button that gives the pack out. */
function Unset({ delivery, words }: Pick<StateProps, 'delivery' | 'words'>) {
  const { state, unset, unsetNames } = delivery
  if (state !== 'made' || !unset) return null
  return (
    <>
      <p role="note">{unset}</p>
      {unsetNames.length > 0 && (
        <details>
          <summary>{words.unsetNames}</summary>
          <ul>
            {unsetNames.map(name => (
              <li key={name}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Hash({ term, hash }: { term: string; hash: string | null }) {
  if (!hash) return null
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <code>{hash}</code>
      </dd>
    </div>
  )
}

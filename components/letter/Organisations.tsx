import styles from './Organisations.module.css'

type OrganisationsProps = {
  organisations: {
    id: string
    name: string
    website: string | null
    /** Path of the logo. */
    logo: string | null
    /** The mark of verification, which names the domain. */
    verified: string | null
  }[]
  allHref: string
  words: { seeOrganisations: string }
}

/** Organisations that signed, by logo and name. Logos are fetched only by whoever scrolls to them. */
export function Organisations({ organisations, allHref, words }: OrganisationsProps) {
  return (
    <>
      <ul className={styles.organisations}>
        {organisations.map(({ id, name, website, logo, verified }) => (
          <li key={id} className={styles.organisation}>
            {logo && (
              <img
                className={styles.logo}
                src={logo}
                alt=""
                width={160}
                height={80}
                loading="lazy"
              />
            )}
            <div className={styles.name}>
              <bdi>{website ? <Site {...{ name, website }} /> : name}</bdi>
            </div>
            {verified && <div className={styles.verified}>{verified}</div>}
          </li>
        ))}
      </ul>
      <p className={styles.all}>
        <a href={allHref}>{words.seeOrganisations}</a>
      </p>
    </>
  )
}

// What somebody typed into a form earns no standing with search engines.
function Site({ name, website }: { name: string; website: string }) {
  return (
    <a href={website} rel="nofollow ugc noreferrer">
      {name}
    </a>
  )
}

import styles from './Pulse.module.css'
import { BEAT_STROKE, SIGNATURE_PATH, SIGNATURE_STROKE } from './pulse-paths.ts'

type PulseProps = {
  /**
   * signature: a line that beats once and ends in a flourish, on cardiogram paper, drawn once;
   * divider: a line from edge to edge that beats once; flat: no life in it.
   */
  variant: 'signature' | 'divider' | 'flat'
}

/** The stroke that runs through the site. Decoration: never the only carrier of a meaning. */
export function Pulse({ variant }: PulseProps) {
  if (variant === 'signature') return <Signature />
  return (
    <svg
      aria-hidden="true"
      data-pulse={variant}
      className={styles[variant]}
      viewBox="0 0 4978 200"
      preserveAspectRatio="xMidYMid slice"
    >
      {variant === 'flat' ? (
        <path d="M0 109.8H4978V114.2H0z" />
      ) : (
        <>
          <path d="M0 110.2H2402V113.8H0zM2576 110.2H4978V113.8H2576z" />
          <path d={BEAT_STROKE} transform="translate(2400)" />
        </>
      )}
    </svg>
  )
}

function Signature() {
  return (
    <svg
      aria-hidden="true"
      data-pulse="signature"
      className={styles.signature}
      viewBox="0 0 3066 200"
      preserveAspectRatio="xMaxYMid slice"
    >
      <pattern id="pulse-paper" width="50" height="50" patternUnits="userSpaceOnUse">
        <path
          className={styles.fine}
          d="M10 0V50M20 0V50M30 0V50M40 0V50M0 10H50M0 20H50M0 30H50M0 40H50"
        />
        <path className={styles.bold} d="M50 0V50H0" />
      </pattern>
      <rect width="3066" height="200" fill="url(#pulse-paper)" />
      <mask id="pulse-ink" maskUnits="userSpaceOnUse" x="0" y="0" width="3066" height="200">
        <path d={SIGNATURE_PATH} pathLength="1" className={styles.pen} />
      </mask>
      <path d="M0 110.2H2402V113.8H0z" />
      <path d={SIGNATURE_STROKE} mask="url(#pulse-ink)" />
    </svg>
  )
}

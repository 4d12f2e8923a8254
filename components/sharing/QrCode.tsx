import styles from './QrCode.module.css'

type QrCodeProps = { size: number; path: string; label: string }

/** A code for phones, dark on light in either theme: many cameras cannot read it the other way. */
export function QrCode({ size, path, label }: QrCodeProps) {
  return (
    <svg className={styles.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={path} />
    </svg>
  )
}

import { Button } from '#components/ui/Button.tsx'
import styles from './ActButtons.module.css'

type OneButtonProps = {
  action: (form: FormData) => Promise<void>
  label: string
  /** What the button is about, for those who hear it alone. */
  about?: string
  look?: 'main' | 'quiet'
  fields: Record<string, string>
}

/** A form of one button. */
export function OneButton({ action, label, about, look = 'quiet', fields }: OneButtonProps) {
  return (
    <form action={action} className={styles.buttons}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" look={look} aria-label={about && `${label} – ${about}`}>
        {label}
      </Button>
    </form>
  )
}

import { Button } from '#components/ui/Button.tsx'
import { Field } from '#components/ui/Field.tsx'
import { type Option, Select } from '#components/ui/Select.tsx'
import type { AuditLogQuery } from '#lib/audit/read-audit-log.ts'
import type { Messages } from '#lib/text/messages.ts'
import styles from './AuditFilters.module.css'

type AuditFiltersProps = {
  /** The audit log's own address, without a query. */
  href: string
  chosen: AuditLogQuery
  organisers: Option[]
  kinds: Option[]
  words: Messages['organisers']['audit']
}

/** Which records to show: a form that asks for a page, so its address can be kept. */
export function AuditFilters({ href, chosen, organisers, kinds, words }: AuditFiltersProps) {
  return (
    <search aria-label={words.filters}>
      <form method="get" action={href} className={styles.form}>
        <Select
          id="audit-organiser"
          name="organiser"
          label={words.who}
          none={words.anybody}
          options={organisers}
          defaultValue={chosen.organiser}
        />
        <Select
          id="audit-kind"
          name="kind"
          label={words.what}
          none={words.anything}
          options={kinds}
          defaultValue={chosen.kind}
        />
        <Field id="audit-day" name="day" type="date" label={words.day} defaultValue={chosen.day} />
        <div className={styles.send}>
          <Button type="submit" look="quiet">
            {words.show}
          </Button>
          {(chosen.organiser || chosen.kind || chosen.day) && <a href={href}>{words.all}</a>}
        </div>
      </form>
    </search>
  )
}

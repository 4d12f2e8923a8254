import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Field } from './Field.tsx'
import styles from './Filters.module.css'

type FiltersProps = {
  /** The list's own address, without a query: it shows everything again. */
  href: string
  label: string
  search: { label: string; hint?: string; typed: string | undefined }
  apply: { label: string; look?: 'main' | 'quiet' }
  /** What unfolds the filters, and whether they are unfolded already; without it they fold by themselves. */
  more?: { label: string; isOpen: boolean }
  /** What leads back to everything, where something is asked for. */
  clear?: string | false
  children: ReactNode
}

/** A search with filters: a form that asks for a page, so its address can be kept and shared. */
export function Filters({ href, label, search, apply, more, clear, children }: FiltersProps) {
  return (
    <search aria-label={label}>
      <form method="get" action={href} className={styles.form}>
        <div className={styles.search}>
          <Field
            id="filter-q"
            name="q"
            type="search"
            label={search.label}
            hint={search.hint}
            defaultValue={search.typed}
            enterKeyHint="search"
          />
          <Button type="submit" look={apply.look}>
            {apply.label}
          </Button>
        </div>
        {more ? <FilterGroup {...more}>{children}</FilterGroup> : children}
        {clear && (
          <a className={styles.clear} href={href}>
            {clear}
          </a>
        )}
      </form>
    </search>
  )
}

type FilterGroupProps = { label: string; isOpen: boolean; children: ReactNode }

/** Filters that are unfolded together. */
export function FilterGroup({ label, isOpen, children }: FilterGroupProps) {
  return (
    <details open={isOpen}>
      <summary className={styles.more}>{label}</summary>
      <div className={styles.filters}>{children}</div>
    </details>
  )
}

import type { CSSProperties, ReactNode } from 'react'

type Props = {
  className?: string
  style?: CSSProperties
  /** Of the table's one cell. */
  cellStyle?: CSSProperties
  /** Room around the content in pixels, by an attribute: Word knows no padding but that of cells. */
  padding?: number
  children: ReactNode
}

/** A table of one cell, which Word needs to keep things in their place, and which is read as none. */
export function Table({ className, style, cellStyle, padding = 0, children }: Props) {
  return (
    <table
      align="center"
      width="100%"
      className={className}
      border={0}
      cellPadding={padding}
      cellSpacing="0"
      role="presentation"
      style={style}
    >
      <tbody>
        <tr>
          <td style={cellStyle}>{children}</td>
        </tr>
      </tbody>
    </table>
  )
}

'use client'

import { Component, type ReactNode } from 'react'

type ErrorShieldProps = {
  /** What stands there once something below has failed, in the reader's language. */
  fallback: ReactNode
  children: ReactNode
}

/** Shows words in place of a page that fails in the browser, or whose answer to a form fails. */
export class ErrorShield extends Component<ErrorShieldProps, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children
  }
}

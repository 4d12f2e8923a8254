import type { Messages } from '#lib/text/messages.ts'

declare module 'next-intl' {
  interface AppConfig {
    Messages: Messages
  }
}

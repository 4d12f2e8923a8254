import { notFound } from 'next/navigation'

/** Any other address below a language: its own "not found" page, in that language. */
export default function MissingPage() {
  notFound()
}

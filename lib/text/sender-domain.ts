/** Domain of a sender, `letter@example.org` alone or as `A name <letter@example.org>`, in small letters; null for none. */
export function senderDomain(sender: string | undefined) {
  return /@([^\s<>@]+)>?$/.exec(sender ?? '')?.[1]?.toLowerCase() ?? null
}

/** Leads from a mail or PDF that cannot be made to the preview as a page, which says why. */
export function pageThatSaysWhy(locale: string, search: string) {
  const Location = `/${locale}/organisers/letter/preview${search}`
  return new Response(null, { status: 303, headers: { Location } })
}

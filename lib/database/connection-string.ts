/** The same address with the password hidden, for messages and logs. */
export function withoutPassword(url: string): string {
  try {
    const shown = new URL(url)
    if (shown.password !== '') shown.password = '***'
    for (const name of shown.searchParams.keys()) {
      if (name.includes('password')) shown.searchParams.set(name, '***')
    }
    return shown.href
  } catch {
    return 'the address in DATABASE_URL'
  }
}

/** Whom an address connects as, where it says so. */
export function userOf(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined
  return decodeURIComponent(new URL(url).username) || undefined
}

/** The same server and user, another database. */
export function withDatabaseName(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

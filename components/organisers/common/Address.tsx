/** An e-mail address, which goes on below before its domain where there is no room. */
export function Address({ email }: { email: string }) {
  const [name, domain] = email.split('@')
  return (
    <bdi>
      {name}
      {domain !== undefined && (
        <>
          <wbr />@{domain}
        </>
      )}
    </bdi>
  )
}

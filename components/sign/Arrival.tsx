import { useEffect, useState } from 'react'

const NOTHING_KNOWN = { referrerHost: '', cameFrom: '' }

/**
 * Tells with the form where its reader came from: the host alone of the page before, and the tag of
 * our own link. It is read when the page opens and kept nowhere in the browser.
 */
export function Arrival() {
  const [{ referrerHost, cameFrom }, setArrival] = useState(NOTHING_KNOWN)
  useEffect(() => setArrival(readArrival()), [])
  return (
    <>
      <input type="hidden" name="referrerHost" value={referrerHost} />
      <input type="hidden" name="cameFrom" value={cameFrom} />
    </>
  )
}

function readArrival() {
  const { referrer } = document
  const { host } = window.location
  const before = URL.canParse(referrer) ? new URL(referrer) : null
  return {
    referrerHost: before && before.host !== host ? before.hostname : '',
    cameFrom: new URLSearchParams(window.location.search).get('from') ?? '',
  }
}

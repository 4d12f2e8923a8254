import { forbidden } from 'next/navigation'

/** Where a form without a script is led whose sender's role does not allow it: it answers 403. */
export default function ForbiddenRoute() {
  forbidden()
}

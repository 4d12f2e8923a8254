import { readInclusionProofs } from '#lib/signatory-data/read-inclusion-proofs.ts'
import { signatorySessionToken } from '../../my-signature/session-cookie.ts'

/** The proof of one snapshot as a file, for the owner of the signature alone; 401 without her session. */
export async function GET(request: Request) {
  const proofs = await readInclusionProofs(await signatorySessionToken())
  if (!proofs) return Response.json({ error: 'no-session' }, { status: 401 })
  const asked = new URL(request.url).searchParams.get('snapshot')
  const proof = proofs.find(({ snapshot }) => snapshot.id === asked)
  if (!proof) return Response.json({ error: 'unknown' }, { status: 404 })
  const day = proof.snapshot.takenAt.slice(0, 10)
  return new Response(JSON.stringify(proof, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${day}-proof-of-my-signature.json"`,
      'Cache-Control': 'no-store',
    },
  })
}

import { config } from 'zod'

export { checkSignatureForm } from '#lib/signatures/signature-form.ts'

// zod tries whether it may make code out of text, which the site's policy forbids: Firefox prints the breach.
config({ jitless: true })

import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'oxc-transform'

// Node strips types but reads no JSX: the templates are compiled as they are loaded. Next and Vitest
// compile them by themselves, and never come here.
registerHooks({
  load: (url, context, nextLoad) =>
    url.endsWith('.tsx') ? compile(fileURLToPath(url)) : nextLoad(url, context),
})

export const { htmlMail } = await import('./html-mail.tsx')
export const { MAIL_KINDS, sampleMail, TEMPLATES } = await import('./registry.ts')

/** @throws SyntaxError with the compiler's words for a file that it cannot read */
function compile(file: string) {
  const { code, errors } = transformSync(file, readFileSync(file, 'utf8'), {
    jsx: { runtime: 'automatic' },
    sourcemap: false,
  })
  if (errors[0]) throw new SyntaxError(`${file}: ${errors[0].message}`)
  return { format: 'module', source: code, shortCircuit: true }
}

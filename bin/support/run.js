import { spawn } from 'node:child_process'
import { checkout } from './checkout.js'

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Runs a program in the checkout, hands it the signals that we get, and waits for its end.
 * @param {string} program
 * @param {string[]} options
 * @param {import('node:child_process').SpawnOptions} [settings]
 * @returns {Promise<number>} its exit code; 128 or more when a signal ended it
 */
export function run(program, options, settings) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, { cwd: checkout, stdio: 'inherit', ...settings })
    const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
    for (const signal of SIGNALS) process.on(signal, forward)
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      for (const name of SIGNALS) process.off(name, forward)
      resolve(signal ? 128 : (code ?? 1))
    })
  })
}

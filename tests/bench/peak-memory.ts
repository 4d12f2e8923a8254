import { writeSync } from 'node:fs'

// Loaded before a command (node --import) that is given a fourth pipe: tells there, when the command
// ends, the most memory it ever held, in bytes.
const REPORT = 3

process.on('exit', () => writeSync(REPORT, `${process.resourceUsage().maxRSS * 1_024}`))

import { setFlagsFromString } from 'node:v8'
import { startProcess } from './process.ts'
import { startupSentence } from './startup-sentence.ts'

// Who answers all day collects what it no longer needs before it asks for more memory, not when it has three times as much.
setFlagsFromString('--heap-growing-percent=60')

startProcess().catch((error: unknown) => {
  process.stderr.write(`\n${startupSentence(error)}\n`)
  process.exit(1)
})

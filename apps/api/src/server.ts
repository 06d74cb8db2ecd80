import { startProcess } from './process.ts'
import { startupSentence } from './startup-sentence.ts'

startProcess().catch((error: unknown) => {
  process.stderr.write(`\n${startupSentence(error)}\n`)
  process.exit(1)
})

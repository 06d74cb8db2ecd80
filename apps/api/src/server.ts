import 'reflect-metadata'
import { setFlagsFromString } from 'node:v8'
import { readConfig } from './config.ts'
import { keepShapeOfTicks } from './shared/ticks.ts'
import { startupSentence } from './startup-sentence.ts'

// Collect garbage early; this process is long-lived. The default waits until memory has tripled.
setFlagsFromString('--heap-growing-percent=60')
// Almost nothing outlives an answer: waking other threads to collect costs a sixteenth of the processor, and saves no time.
setFlagsFromString('--no-parallel-scavenge')
keepShapeOfTicks()

/** Each service loads only its own code: the public one has no private code in memory. */
async function start(): Promise<void> {
  const config = readConfig()
  if (config.servicio === 'publico') await (await import('./publico.process.ts')).startPublicProcess(config)
  else if (config.servicio === 'preparar') await (await import('./preparation.ts')).prepareOnce(config)
  else await (await import('./todo.process.ts')).startProcess(config)
}

start().catch((error: unknown) => {
  process.stderr.write(`\n${startupSentence(error)}\n`)
  process.exit(1)
})

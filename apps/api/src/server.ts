import 'reflect-metadata'
import { setFlagsFromString } from 'node:v8'
import { readConfig } from './config.ts'
import { keepShapeOfTicks } from './shared/ticks.ts'
import { startupSentence } from './startup-sentence.ts'

// Who answers all day collects what it no longer needs before it asks for more memory, not when it has three times as much.
setFlagsFromString('--heap-growing-percent=60')
// Of what an answer needs almost nothing outlives it: to wake other threads for that costs a sixteenth of the processor, and saves no time.
setFlagsFromString('--no-parallel-scavenge')
keepShapeOfTicks()

/** Each loads what it serves: whoever serves the public world has no code of the private one in memory. */
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

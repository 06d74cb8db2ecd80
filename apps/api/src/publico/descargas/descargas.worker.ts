// Child process of produccion.ts: the downloads of one corte, written to a folder, told one by one, the end. Built as a file of its own.
import { setPriority } from 'node:os'
import { hacerPaquete } from './paquete.ts'
import type { Orden, Respuesta } from './produccion.ts'

const LOW_PRIORITY = 10
// Requests for pages go before requests for files.
setPriority(LOW_PRIORITY)

let arrived: (orden: Orden) => void = () => undefined
const next = () => new Promise<Orden>((done) => (arrived = done))
process.on('message', (orden: Orden) => arrived(orden))
process.once('disconnect', () => process.exit(0))

const first = await next()
if (first.tipo !== 'encargo') throw new Error('the order comes first')
for await (const descarga of hacerPaquete(first.encargo, documentos())) await tell({ tipo: 'hecha', descarga })
process.disconnect()

/** The pages of the candidaturas, asked for as they are used: no more than one batch is on its way. */
async function* documentos(): AsyncGenerator<Buffer[]> {
  for (;;) {
    const answer = next()
    await tell({ tipo: 'sigue' })
    const orden = await answer
    if (orden.tipo !== 'lote') return
    yield orden.documentos.map((each) => Buffer.from(each))
  }
}

function tell(respuesta: Respuesta): Promise<void> {
  return new Promise((done, fail) => process.send?.(respuesta, (error: Error | null) => (error ? fail(error) : done())))
}

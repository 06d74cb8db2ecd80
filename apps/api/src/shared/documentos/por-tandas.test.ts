import type { PdfDocument } from './pdf/model.ts'
import { porTandas, type PorImprimir } from './por-tandas.ts'

const papel = (n: number): PorImprimir => ({
  piece: { ruta: `${n}.pdf`, titulo: `Papel ${n}`, entregables: [], objeto: null },
  orden: { type: 'pdf', document: { title: String(n) } as PdfDocument },
})
const inTx = () => Promise.reject(new Error('nothing is read of the database'))

test('papers of a whole programme are made in few processes, each when its first paper is read', async () => {
  const made: number[] = []
  const varios = (orders: PorImprimir['orden'][]) => {
    made.push(orders.length)
    return Promise.resolve(orders.map(({ document }) => Buffer.from(document.title)))
  }
  const pieces = porTandas(
    { varios },
    Array.from({ length: 45 }, (_, n) => papel(n)),
  )
  expect(made).toEqual([])
  const read: string[] = []
  for (const piece of pieces) read.push((await piece.read(inTx)).toString())
  expect(read).toEqual(pieces.map((_, n) => String(n)))
  expect(made).toEqual([20, 20, 5])
})

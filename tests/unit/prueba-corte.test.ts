import fc from 'fast-check'
import { arbolDe, hojaDe, listaDe, type RecursoListado } from '../../apps/api/src/shared/archivos/lista-corte.ts'
import type { PruebaCorte } from '../../apps/visor/src/api-types.ts'
import { findInTree } from '../../apps/visor/src/features/verificacion/prueba.ts'

const ID = 'm'
const RUTAS = [`candidaturas/${ID}`, `paginas/candidaturas/${ID}`]
const hex = fc.stringMatching(/^[0-9a-f]{64}$/)

/** A list in its order, of candidaturas and pages with names before and behind the one that is asked for. */
const lista = fc
  .uniqueArray(
    fc.constantFrom(...['a', 'f', 'l', 'm', 'n', 'z'].flatMap((id) => [`candidaturas/${id}`, `paginas/candidaturas/${id}`, `datos/${id}`])),
    {
      minLength: 1,
    },
  )
  .chain((rutas) => fc.tuple(...[...rutas].sort().map((ruta) => fc.record({ ruta: fc.constant(ruta), sha256: hex, bytes: fc.nat() }))))

function entrada(recursos: readonly RecursoListado[], indice: number): PruebaCorte['pruebas'][number]['entradas'][number][] {
  const recurso = recursos[indice]
  return recurso ? [{ ...recurso, indice, camino: arbolDe(recursos).camino(indice) }] : []
}

/** As the server answers. */
function prueba(recursos: readonly RecursoListado[]): PruebaCorte {
  const pruebas = RUTAS.map((ruta) => {
    const next = recursos.filter((each) => each.ruta < ruta).length
    const at = recursos[next]?.ruta === ruta ? [next] : [next - 1, next]
    return { ruta, entradas: at.flatMap((indice) => entrada(recursos, indice)) }
  })
  return {
    cabecera: { numero: 1, en: '2024-04-20T10:00:00-06:00', recursos: listaDe(recursos.map(hojaDe)) },
    firma: '',
    llave: '',
    pruebas,
  }
}

const hashOf = (recursos: readonly RecursoListado[], ruta: string) => recursos.find((each) => each.ruta === ruta)?.sha256 ?? null

describe('the proof of a candidatura from the tree that a corte signed', () => {
  it('is what its list says: the hash of what is in it, and of what is not in it, that it is not', async () => {
    await fc.assert(
      fc.asyncProperty(lista, async (recursos) => {
        const [datos, pagina] = RUTAS.map((ruta) => hashOf(recursos, ruta))
        expect(await findInTree(prueba(recursos), ID)).toEqual({ datos, pagina, integra: true })
      }),
    )
  })

  it('is found of each of many, wherever it stands', async () => {
    for (const total of [1, 2, 3, 5, 8, 33, 100]) {
      const recursos = Array.from({ length: total }, (_, n) => ({
        ruta: `candidaturas/${String(n).padStart(3, '0')}`,
        sha256: String(n % 10).repeat(64),
        bytes: n,
      }))
      for (const [n, { ruta, sha256 }] of recursos.entries()) {
        const { pruebas, ...firmado } = prueba(recursos)
        const own = { ruta, entradas: entrada(recursos, n) }
        const hallazgo = await findInTree({ ...firmado, pruebas: [...pruebas, own] }, ruta.slice('candidaturas/'.length))
        expect([total, n, hallazgo.datos]).toEqual([total, n, sha256])
      }
    }
  })

  it('is nothing once an entry, its place, its way or the root was altered, or a neighbour was left out', async () => {
    const recursos = ['a', 'b', 'm', 'x', 'y'].map((id, n) => ({ ruta: `candidaturas/${id}`, sha256: String(n).repeat(64), bytes: n }))
    const changes: ((of: PruebaCorte) => void)[] = [
      ({ pruebas }) => (at(pruebas, 0).bytes += 1),
      ({ pruebas }) => (at(pruebas, 0).sha256 = 'f'.repeat(64)),
      ({ pruebas }) => (at(pruebas, 0).indice += 1),
      ({ pruebas }) => (at(pruebas, 0).indice += 5),
      ({ pruebas }) => at(pruebas, 0).camino.pop(),
      ({ pruebas }) => at(pruebas, 0).camino.push('0'.repeat(64)),
      ({ pruebas }) => at(pruebas, 0).camino.reverse(),
      ({ cabecera }) => (cabecera.recursos.raiz = 'e'.repeat(64)),
      ({ pruebas }) => pruebas.pop(),
      // That she was not public is not said by two entries between which there are others, by one of another candidatura, or by none.
      ({ pruebas }) => (pruebas[0] = { ruta: RUTAS[0] ?? '', entradas: [...entrada(recursos, 1), ...entrada(recursos, 3)] }),
      ({ pruebas }) => (pruebas[0] = { ruta: RUTAS[0] ?? '', entradas: entrada(recursos, 4) }),
      ({ pruebas }) => (pruebas[0] = { ruta: RUTAS[0] ?? '', entradas: [] }),
    ]
    expect((await findInTree(prueba(recursos), ID)).integra).toBe(true)
    for (const [n, change] of changes.entries()) {
      const altered = structuredClone(prueba(recursos))
      change(altered)
      expect([n, (await findInTree(altered, ID)).integra]).toEqual([n, false])
    }
  })
})

function at(pruebas: PruebaCorte['pruebas'], n: number) {
  const found = pruebas[n]?.entradas[0]
  if (!found) throw new Error('nothing is proved there')
  return found
}

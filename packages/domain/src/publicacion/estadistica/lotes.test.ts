import fc from 'fast-check'
import { formarLotes, loteMenor, tablaIdentidad, type LoteVivo } from './index.ts'

const RESPUESTAS = ['si', 'no', 'pnc']
const personas = fc.array(fc.record({ celda: fc.constantFrom('a', 'b'), respuesta: fc.constantFrom(...RESPUESTAS) }), { maxLength: 150 })
const reglas = { minimo: 5, respuestas: RESPUESTAS }

describe('lotes', () => {
  it('hold one more than a multiple of seven, twenty-two at least, and everybody once', () => {
    fc.assert(
      fc.property(personas, (all) => {
        const formed = formarLotes(all, reglas)
        const counted = formed.flatMap((each) => each.personas)
        expect(new Set(counted).size).toBe(counted.length)
        for (const { lote, personas: own } of formed) {
          expect(lote.tamano).toBe(own.length)
          expect(lote.tamano % 7).toBe(1)
          expect(lote.tamano).toBeGreaterThanOrEqual(22)
          expect(own.every(({ celda }) => celda === lote.celda)).toBe(true)
        }
        for (const celda of ['a', 'b']) {
          const waiting = all.filter((each) => each.celda === celda).length - counted.filter((each) => each.celda === celda).length
          expect(waiting).toBeLessThan(loteMenor(5))
        }
      }),
    )
  })

  it('do not depend on the answers of those who wait', () => {
    fc.assert(
      fc.property(personas, fc.constantFrom(...RESPUESTAS), (all, other) => {
        const counted = new Set(formarLotes(all, reglas).flatMap((each) => each.personas))
        const changed = all.map((each) => (counted.has(each) ? each : { ...each, respuesta: other }))
        expect(formarLotes(changed, reglas).map(({ lote }) => lote)).toEqual(formarLotes(all, reglas).map(({ lote }) => lote))
      }),
    )
  })

  it('add up in a table whose total is the sum of its rows', () => {
    fc.assert(
      fc.property(personas, fc.nat(4), (all, leave) => {
        const lotes = formarLotes(all, reglas).map(({ lote }): LoteVivo => ({ ...lote, quedan: lote.tamano - leave }))
        const celdas = ['a', 'b'].map((clave) => {
          const registradas = all.filter(({ celda }) => celda === clave).length
          return { clave, nombre: clave, universo: { registradas, verificadas: registradas, conDistintivo: 0, sinVerificar: 0 } }
        })
        const { filas, total } = tablaIdentidad(celdas, lotes)
        for (const fila of [...filas, total]) {
          expect(fila.cuentan + fila.fuera + fila.conDistintivo + fila.sinVerificar).toBe(fila.registradas)
          expect(fila.respuestas === null).toBe(fila.cuentan === 0)
        }
        for (const respuesta of RESPUESTAS) {
          const parts = filas.flatMap((fila) => fila.respuestas?.[respuesta] ?? [])
          const whole = total.respuestas?.[respuesta] ?? { minimo: 0, maximo: 0 }
          expect(whole).toEqual({
            minimo: parts.reduce((sum, { minimo }) => sum + minimo, 0),
            maximo: parts.reduce((sum, { maximo }) => sum + maximo, 0),
          })
        }
      }),
    )
  })
})

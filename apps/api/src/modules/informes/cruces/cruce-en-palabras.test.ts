import { JUNTAS } from '@conoceles/domain'
import { filasEnPalabras, sinDecir } from './cruce-en-palabras.ts'

const n = (minimo: number | null, maximo = minimo) => ({ minimo, maximo })
const TABLA = {
  columnas: [
    { clave: 'registradas', nombre: 'Candidaturas', exacta: true },
    { clave: 'cuentan', nombre: 'Cuentan', exacta: true },
    { clave: 'si', nombre: 'Sí', exacta: false },
  ],
  filas: [
    { clave: 'a', nombre: 'A', celdas: [n(1_200), n(29), n(0, 7)] },
    { clave: 'b', nombre: 'B', celdas: [n(9), n(null), n(null)] },
    { clave: 'c', nombre: 'C', celdas: [n(0), n(null), n(null)] },
    { clave: JUNTAS, nombre: 'Juntas', celdas: [n(null), n(22), n(8, 14)] },
  ],
  total: { clave: 'total', nombre: 'Total', celdas: [n(1_209), n(51), n(8, 21)] },
}

test('no cell is left blank: an empty row, a small one and one of several say what they are', () => {
  expect(filasEnPalabras(TABLA).map(({ celdas }) => celdas)).toEqual([
    ['1,200', '29', 'A lo más 7'],
    ['9', 'No se dice', 'No se dice'],
    ['0', 'Sin candidaturas', 'Sin candidaturas'],
    ['En su renglón', '22', '8 a 14'],
    ['1,209', '51', '8 a 21'],
  ])
  expect(sinDecir(TABLA)).toBe(1)
})

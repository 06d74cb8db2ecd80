import type { Publica } from '../index.ts'
import { tablaInformacion } from './informacion.ts'

const ACTORES = ['PAZ', 'SOL', 'MAR', 'NADA'].map((clave) => ({ clave, nombre: `Partido ${clave}` }))
const COLUMNAS = ['registradas', 'conCuestionario', 'conPropuestas', 'conFotografia']

function publica(actor: string, shown: Partial<Publica> = {}): Publica {
  const nothing = { municipio: null, distrito: null, sexo: null, edad: null, captura: null, grupos: [], respuestas: {} }
  return { id: actor, cargo: 'uno', actor, ...nothing, conPropuestas: false, conFotografia: false, ...shown }
}

function told(publicas: readonly Publica[], sorteo: string | null = null): [string, ...(number | null)[]][] {
  const { columnas, filas, total } = tablaInformacion(publicas, { actores: ACTORES, proceso: 'prueba', sorteo })
  expect(columnas.map(({ clave }) => clave)).toEqual(COLUMNAS)
  return [...filas, total].map(({ clave, celdas }) => [clave, ...celdas.map(({ minimo }) => minimo)])
}

test('each actor is counted by its public pages; one without candidaturas has no row', () => {
  const publicas = [
    publica('SOL', { respuestas: { escolaridad: 'Primaria' } }),
    publica('SOL', { conPropuestas: true, conFotografia: true }),
    publica('PAZ', { captura: 'verificada' }),
  ]
  expect(told(publicas)).toEqual([
    ['PAZ', 1, 0, 0, 0],
    ['SOL', 2, 2, 1, 1],
    ['total', 3, 2, 1, 1],
  ])
  expect(told([])).toEqual([['total', 0, 0, 0, 0]])
})

test('rows stand in the order of the draw of a day, whatever their figures', () => {
  const few = ['PAZ', 'SOL', 'MAR'].map((actor) => publica(actor))
  const many = [...few, ...few.map(({ actor }) => publica(actor, { conPropuestas: actor === 'MAR' }))]
  const days = Array.from({ length: 20 }, (_, day) => `2024-05-${10 + day}`)
  const orders = days.map((day) =>
    told(few, day)
      .map(([clave]) => clave)
      .join(),
  )
  expect(
    days.map((day) =>
      told(many, day)
        .map(([clave]) => clave)
        .join(),
    ),
  ).toEqual(orders)
  expect(new Set(orders).size).toBeGreaterThan(3)
})

test('the table says that its order is drawn, where it is', () => {
  const notas = (sorteo: string | null) =>
    tablaInformacion([], { actores: ACTORES, proceso: 'prueba', sorteo }).notas.map(({ clave }) => clave)
  expect([notas(null), notas('2024-05-10')]).toEqual([
    ['empezadas', 'alianzas'],
    ['empezadas', 'orden', 'alianzas'],
  ])
})

test('the table says how many began, which the home counts', () => {
  const publicas = [
    publica('SOL', { captura: 'en_captura' }),
    publica('SOL', { captura: 'sin_captura' }),
    publica('PAZ', { captura: 'verificada' }),
  ]
  const [nota] = tablaInformacion(publicas, { actores: ACTORES, proceso: 'prueba', sorteo: null }).notas
  expect(nota?.texto).toMatch(/^2 candidaturas empezaron a contestar\. Aquí se cuentan las que ya muestran respuestas/)
})

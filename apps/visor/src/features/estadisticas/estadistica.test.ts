import type { Estadistica } from '../../api-types.ts'
import { barsOf, barsOfRow, celdaText, cifrasOf, encabezadoOf, partsOf, smallBarsOf } from './estadistica.ts'
import { findingOf } from './hallazgo.ts'

const exact = (n: number) => ({ minimo: n, maximo: n })
const base = {
  explicacion: '',
  contadaEl: null,
  minimo: null,
  notas: [],
  fuente: null,
  confianza: null,
  sal: '',
  corte: { numero: 1, en: '' },
}
const publica: Estadistica = {
  ...base,
  clave: 'cargo',
  titulo: 'Cargo',
  tipo: 'publica',
  columnas: ['registradas', 'conCaptura', 'verificadas'].map((clave) => ({ clave, nombre: clave, exacta: true })),
  filas: [
    { clave: 'a', nombre: 'Regidurías', celdas: [exact(1000), exact(400), exact(250)] },
    { clave: 'b', nombre: 'Sindicaturas', celdas: [exact(100), exact(0), exact(0)] },
  ],
  total: { clave: 'total', nombre: 'Total', celdas: [exact(1100), exact(400), exact(250)] },
}
const identidad: Estadistica = {
  ...base,
  clave: 'indigena',
  titulo: 'Personas indígenas',
  tipo: 'identidad',
  contadaEl: '2024-04-15',
  minimo: 5,
  columnas: [
    ...['registradas', 'conDistintivo', 'cuentan'].map((clave) => ({ clave, nombre: clave, exacta: true })),
    { clave: 'si', nombre: 'Se reconocen indígenas', exacta: false },
    { clave: 'no', nombre: 'No se reconocen indígenas', exacta: false },
  ],
  filas: [],
  total: {
    clave: 'total',
    nombre: 'Total',
    celdas: [exact(500), exact(12), exact(200), { minimo: 38, maximo: 42 }, { minimo: 158, maximo: 162 }],
  },
}

test('a cell says a number, an interval, few, nearly all, or that there is nobody', () => {
  expect(celdaText(exact(4163))).toBe('4,163')
  expect(celdaText({ minimo: 58, maximo: 62 }, 100)).toBe('58 a 62')
  expect(celdaText({ minimo: 0, maximo: 7 }, 100)).toBe('a lo más 7')
  expect(celdaText({ minimo: 93, maximo: 100 }, 100)).toBe('al menos 93')
  expect(celdaText({ minimo: null, maximo: null })).toBe('no se dice')
})

test('the finding of identity says of how many, and where nobody is counted that it cannot be told', () => {
  expect(findingOf(identidad)).toBe(
    'De 200 personas que contestaron y se cuentan, se reconocen indígenas: 38 a 42. Otras 12 candidaturas muestran un distintivo público del grupo.',
  )
  const nobody = identidad.columnas.map(({ exacta }) => (exacta ? exact(0) : { minimo: null, maximo: null }))
  expect(findingOf({ ...identidad, total: { ...identidad.total, celdas: nobody } })).toBe(
    'Todavía no hay personas suficientes para contarlas sin que se sepa quiénes son.',
  )
})

test('the answers come first, then the people they come from', () => {
  expect(partsOf(publica).map(({ columnas }) => columnas.length)).toEqual([3])
  expect(partsOf(identidad).map(({ columnas }) => columnas.map(({ clave }) => clave))).toEqual([
    ['cuentan', 'si', 'no'],
    ['registradas', 'conDistintivo', 'cuentan'],
  ])
})

test('the chart is the table: a bar for each row, or for each answer of the total', () => {
  expect(barsOf(publica).map(({ nombre, solid, reach }) => [nombre, solid, reach])).toEqual([
    ['Regidurías', 25, 100],
    ['Sindicaturas', 0, 10],
  ])
  expect(barsOf(identidad).map(({ text, solid, reach }) => [text, solid, reach])).toEqual([
    ['38 a 42', 19, 21],
    ['158 a 162', 79, 81],
  ])
})

test('beside its finding a long table is told by its total, and an empty one by nothing', () => {
  const long = {
    ...publica,
    filas: Array.from({ length: 24 }, (_, n) => ({ clave: `${n}`, nombre: `${n}`, celdas: [exact(2), exact(1), exact(1)] })),
  }
  expect(smallBarsOf(long).map(({ nombre, text }) => [nombre, text])).toEqual([
    ['conCaptura', '400 de 1,100'],
    ['verificadas', '250 de 1,100'],
  ])
  expect(smallBarsOf(publica)).toEqual(barsOf(publica))
  expect(smallBarsOf({ ...publica, total: { ...publica.total, celdas: [exact(0), exact(0), exact(0)] } })).toEqual([])
})

test('a row is told against its own candidaturas', () => {
  expect(barsOfRow(publica, publica.total).map(({ solid, reach }) => [solid, reach])).toEqual([
    [36.4, 100],
    [22.7, 100],
  ])
})

test('a square says a whole hundred only of all, none only of none, and a dash where nobody stands', () => {
  const fila = (clave: string, registradas: number, verificadas: number) => ({
    clave,
    nombre: clave,
    celdas: [exact(registradas), exact(0), exact(verificadas)],
  })
  const tabla = {
    ...publica,
    clave: 'municipio',
    filas: [fila('A', 1000, 999), fila('B', 1000, 1), fila('C', 8, 8), fila('D', 8, 0), fila('E', 0, 0)],
  }
  expect([...cifrasOf(tabla).values()].map(({ cifra }) => cifra.replace(/\s/, ' '))).toEqual(['99 %', '1 %', '100 %', '0 %', '—'])
  expect(cifrasOf(tabla).get('C')).toMatchObject({ texto: '8 de 8 candidaturas verificadas', href: '/candidaturas?municipio=C' })
})

test('a public crossing reads by its rows, says what it does not tell, and finds what its table finds', () => {
  const nadie = { minimo: null, maximo: null }
  const cruce: Estadistica = {
    ...identidad,
    clave: 'indigena-por-cargo',
    titulo: 'Personas indígenas, por cargo',
    filas: [
      {
        clave: 'a',
        nombre: 'Regidurías',
        celdas: [exact(450), exact(12), exact(200), { minimo: 38, maximo: 42 }, { minimo: 158, maximo: 162 }],
      },
      { clave: 'b', nombre: 'Sindicaturas', celdas: [exact(50), exact(0), nadie, nadie, nadie] },
    ],
  }
  expect(encabezadoOf(cruce)).toBe(encabezadoOf({ ...publica, clave: 'cargo' }))
  expect(encabezadoOf(cruce)).not.toBe(cruce.titulo)
  expect(encabezadoOf(identidad)).toBe('Personas indígenas')
  expect(findingOf(cruce)).toBe(findingOf(identidad))
  expect(cruce.filas[1]?.celdas.slice(2).map((celda) => celdaText(celda))).toEqual(['no se dice', 'no se dice', 'no se dice'])
  expect(barsOf(cruce).map(({ text }) => text)).toEqual(['38 a 42', '158 a 162'])
})

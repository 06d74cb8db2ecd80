import type { CandidaturaPublica } from '../../api-types.ts'
import { cronologiaOf } from './cronologia.ts'

const SIGLAS = 'IEP'
const candidatura = {
  estatus: 'aprobada',
  secciones: [{}],
  actorPolitico: { nombre: 'Partido Uno' },
  fechas: { capturada: '2024-04-18T15:00:00Z', validada: '2024-04-19T15:00:00Z', verificada: null },
  fotografia: { tomadaEn: '2024-03-01' },
  corte: { numero: 7, en: '2024-04-20T16:00:00Z' },
  sustituyeA: null,
  salida: null,
  finDifusion: null,
} as unknown as CandidaturaPublica

function told(more: object = {}): string[] {
  return cronologiaOf({ ...candidatura, ...more }, SIGLAS).map(({ texto, cuando }) => `${cuando}: ${texto}`)
}

test('tells events in their order, and missing steps at the end', () => {
  expect(told()).toEqual([
    '2024-03-01: Se tomó la fotografía',
    '2024-04-18T15:00:00Z: Terminó de contestar',
    '2024-04-19T15:00:00Z: La validó Partido Uno',
    '2024-04-20T16:00:00Z: Se publicó esta versión, en el corte 7',
    'null: Falta que lo revise IEP',
  ])
})

test('a day begins before its events, by the clock of the place', () => {
  const sustituyeA = { id: '1', nombre: 'Ana Uno', desde: '2024-04-18' }
  // 23:30 of the 17th in central Mexico.
  const capturada = '2024-04-18T05:30:00Z'
  const order = told({ sustituyeA, fechas: { ...candidatura.fechas, capturada } }).map((each) => each.replace(/^.*?: /, ''))
  expect(order.slice(1, 3)).toEqual(['Terminó de contestar', 'Entró en el lugar de Ana Uno'])
})

test('lists nothing as missing for a person who left, and names the acuerdo', () => {
  const salida = {
    tipo: 'cancelada',
    desde: '2024-05-30',
    acuerdo: { numero: 'X/300/2024', fecha: '2024-05-29' },
    causa: null,
    entra: null,
  }
  const fechas = { capturada: null, validada: null, verificada: null }
  expect(told({ estatus: 'cancelada', secciones: [], fotografia: null, fechas, salida })).toEqual([
    '2024-04-20T16:00:00Z: Se publicó esta versión, en el corte 7',
    '2024-05-30: La candidatura se canceló. Acuerdo X/300/2024, del miércoles 29 de mayo de 2024',
  ])
})

test('lists nothing as missing for a person who is not shown', () => {
  const fechas = { capturada: null, validada: null, verificada: null }
  expect(told({ reserva: 'persona', secciones: [], fotografia: null, fechas })).toEqual([
    '2024-04-20T16:00:00Z: Se publicó esta versión, en el corte 7',
  ])
})

import { ESTATUS_CAPTURA, type EstatusCaptura } from '../../registro/estatus.ts'
import { cambiosInforme } from './cambios.ts'
import { cifrasAvance, type ConteoAvance } from './cifras-avance.ts'
import { tablaHechos, tablaVencidos } from './mes.ts'
import { relatoAvance } from './relato-avance.ts'
import { tablaPlan, tablaPorVencer, tablaRealizadas, type MomentoPlan } from './plan.ts'
import { celdaEnTexto, cifraDe, enCifras, parteDe, type TablaInforme } from './tabla.ts'

const conteo = (by: Partial<Record<EstatusCaptura, number>>): ConteoAvance => ({
  ...{ cargo: 'c', actor: 'a', extemporaneas: 0, vencidas: 0, sustituidas: 0, canceladas: 0 },
  porEstatus: { ...(Object.fromEntries(ESTATUS_CAPTURA.map((each) => [each, 0])) as Record<EstatusCaptura, number>), ...by },
})

it('the universe is those who comply and those who are pending, of any counts', () => {
  for (let seed = 1; seed < 200; seed += 1) {
    const by = Object.fromEntries(ESTATUS_CAPTURA.map((each, at) => [each, (seed * (at + 3)) % 11]))
    const { universo, cumplen, sinCaptura, enCaptura, conObservaciones, pendientes, capturadas, validadas, verificadas } = cifrasAvance([
      conteo(by),
    ])
    expect(cumplen + sinCaptura + enCaptura + conObservaciones).toBe(universo)
    expect(sinCaptura + enCaptura + conObservaciones).toBe(pendientes)
    expect(universo >= capturadas && capturadas >= validadas && validadas >= verificadas).toBe(true)
  }
})

it('shares have one decimal, halves upwards, and of nobody there is none', () => {
  expect([parteDe(1, 3), parteDe(1, 2_000), parteDe(684, 709), parteDe(0, 0)]).toEqual([0.333, 0.001, 0.965, null])
  expect([celdaEnTexto(0.965, 'porcentaje'), celdaEnTexto(1, 'porcentaje'), celdaEnTexto(null, 'numero')]).toEqual([
    '96.5 %',
    '100.0 %',
    '—',
  ])
  expect([enCifras(4_163), celdaEnTexto(-12, 'diferencia'), celdaEnTexto(3, 'diferencia')]).toEqual(['4,163', '−12', '+3'])
  expect([celdaEnTexto({ minimo: 0, maximo: 2 }, 'intervalo'), celdaEnTexto({ minimo: 8, maximo: 12 }, 'intervalo')]).toEqual([
    'A lo más 2',
    '8 a 12',
  ])
})

const momento = (rest: Partial<MomentoPlan>): MomentoPlan => ({
  ...{
    actividad: '11.4',
    nombre: 'Plan',
    documento: null,
    de: null,
    momento: 'Aprobación del Pleno',
    milestone: 'pleno',
    vence: '2024-04-10',
    estatus: 'pendiente',
    hecho: null,
    referencia: null,
    areas: ['Secretaría Ejecutiva'],
  },
  ...rest,
})
const PLAN = [
  momento({ estatus: 'cumplida_en_tiempo', hecho: '2024-04-30', referencia: 'OF/1' }),
  momento({ estatus: 'cumplida_tarde', hecho: '2024-05-01', referencia: 'OF/2' }),
  momento({ estatus: 'vencida' }),
  momento({ estatus: 'no_aplica', hecho: '2024-04-02' }),
  momento({ estatus: 'sin_fecha', vence: null }),
  momento({ vence: '2024-05-31' }),
]

it('counts as done in a month the milestones with evidence of it, and nowhere those that do not apply', () => {
  const abril = { desde: '2024-04-01', hasta: '2024-04-30', titulo: 'Abril' }
  expect(tablaRealizadas(PLAN, abril).filas.map(({ celdas }) => celdas[2])).toEqual(['OF/1'])
  expect(tablaPorVencer(PLAN, { ...abril, desde: '2024-05-01', hasta: '2024-05-31' }).filas.map(({ celdas }) => celdas[1])).toEqual([
    '31/05/2024',
  ])
  // Its vencida is told by the same word as in the table of what is overdue.
  expect(tablaPorVencer(PLAN, abril).filas.map(({ celdas }) => celdas[1])).toEqual(['10/04/2024, vencido'])
  expect(tablaPlan(PLAN).total?.celdas).toEqual([4, 1, 1, 1, 1, 0.5])
})

it('tells the facts of a month by day, and what is overdue with its days, or that there is nothing', () => {
  const hechos = tablaHechos(
    [
      { dia: '2024-04-20', clase: 'publicacion', que: 'Corte público 1' },
      { dia: '2024-04-02', clase: 'acuerdo', que: 'Acuerdo 2' },
      { dia: '2024-04-02', clase: 'sesion', que: 'Sesión 1' },
    ],
    'Hechos',
  )
  expect(hechos.filas.map(({ nombre, celdas }) => [nombre, ...celdas])).toEqual([
    ['02/04/2024', 'Sesión', 'Sesión 1'],
    ['02/04/2024', 'Acuerdo', 'Acuerdo 2'],
    ['20/04/2024', 'Publicación', 'Corte público 1'],
  ])
  expect(tablaVencidos(PLAN, '2024-04-22').filas.map(({ nombre, celdas }) => [nombre, ...celdas])).toEqual([
    ['11.4 Plan', 'Aprobación del Pleno', '10/04/2024', 12, 'Secretaría Ejecutiva'],
  ])
  const none = [momento({ actividad: 'S/ID', nombre: 'Aviso', estatus: 'cumplida_en_tiempo', hecho: '2024-04-03' })]
  expect(tablaVencidos(none, '2024-04-22').denominador).toBe('Al corte no hay plazos vencidos.')
  expect(tablaPlan(none).filas.map(({ nombre }) => nombre)).toEqual(['Aviso'])
})

it('tells an avance in sentences, each figure with its whole', () => {
  const counts = [conteo({ verificada: 2, completa: 1, sin_captura: 1 })]
  expect(relatoAvance(counts, { nombre: 'corte 1', cifras: { cumplen: 1 } })).toEqual([
    'De las 4 candidaturas vigentes al corte, 3 (75.0 %) concluyeron la captura y 1 (25.0 %) están pendientes.',
    'De las pendientes, 1 no han empezado, 0 empezaron sin terminar y 0 tienen observaciones por atender o están en corrección.',
    'El Instituto verificó 2 (50.0 %) de las candidaturas vigentes.',
    'Ninguna candidatura tiene vencido su plazo sin captura completa.',
    'Las que concluyeron la captura son 2 más que en el corte 1.',
  ])
  expect(relatoAvance([conteo({})], null)).toEqual(['Al corte no hay candidaturas vigentes.'])
})

it('tells the changes between two documents: figures, rows that came or went, and texts', () => {
  const tabla = (n: number, fila: string): TablaInforme => ({
    ...{ clave: 't', titulo: 'T', rotulo: 'R', denominador: '', notas: [], total: null, grafica: null },
    columnas: [{ clave: 'n', nombre: 'N', tipo: 'numero' }],
    filas: [
      { clave: 'x', nombre: 'X', celdas: [n] },
      { clave: fila, nombre: fila, celdas: [1] },
    ],
  })
  const antes = { tablas: [tabla(1, 'a')], textos: new Map([['analisis', 'Uno.\n\nDos.']]) }
  const ahora = { tablas: [tabla(2, 'b')], textos: new Map([['analisis', 'Uno.\n\nTres.']]) }
  const { cifras, textos } = cambiosInforme('avance', antes, ahora)
  expect(cifras.map(({ fila, antes: old, ahora: now }) => [fila, old, now])).toEqual([
    ['X', '1', '2'],
    ['a', '1', null],
    ['b', null, '1'],
  ])
  expect(textos.map(({ clave, parrafos }) => [clave, parrafos.map(({ kind }) => kind)])).toEqual([
    ['analisis', expect.arrayContaining(['same'])],
  ])
  expect(cambiosInforme('avance', antes, antes)).toEqual({ cifras: [], textos: [] })
  expect(cifraDe(tabla(2, 'b'), 'x', 'n')).toBe(2)
})

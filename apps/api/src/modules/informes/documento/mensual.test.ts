import { tablaPlan, type MomentoPlan } from '@conoceles/domain'
import { relatoDelMes } from '../datos/mes.ts'
import { bloquesDeTablas } from './tablas.ts'

const momento = (rest: Partial<MomentoPlan>): MomentoPlan => ({
  ...{ actividad: '11.5', nombre: 'Informe mensual', documento: null, de: 'marzo de 2030', momento: 'Remisión al INE', milestone: 'remision' },
  ...{ vence: '2030-04-05', estatus: 'cumplida_en_tiempo', hecho: '2030-04-03', referencia: 'OF/1', areas: ['Secretaría'] },
  ...rest,
}) // prettier-ignore
const MOMENTOS = [
  momento({}),
  momento({ estatus: 'cumplida_tarde', nombre: 'Listado', de: null, hecho: '2030-04-09', referencia: 'OF/2' }),
  momento({ milestone: 'pleno', estatus: 'vencida', hecho: null, referencia: null }),
]

test('table, chart and notes of the plan count what was done late as done', () => {
  const tabla = tablaPlan(MOMENTOS.map((each) => ({ ...each, nombre: 'Informe mensual' })))
  expect([tabla.total?.celdas.at(-1), tabla.filas[0]?.celdas.at(-1)]).toEqual([0.667, 0.667])
  const [chart] = bloquesDeTablas([tabla], 'portrait').bloques.flat().flatMap((block) => (block.type === 'chart' ? [block] : [])) // prettier-ignore
  expect(chart?.bars.map(({ text }) => text)).toEqual(['66.7 % de 3'])
  expect(chart?.caption).toContain('«Cumplidos en tiempo» y «Cumplidos tarde» sobre el universo')
  expect(tabla.notas[0]).toMatch(/^Cumplido es lo que tiene su evidencia, dentro de su plazo o después/)
})

test('several facts of one kind are a list, one is a sentence', () => {
  const hechos = [{ dia: '2030-04-01', clase: 'sesion' as const, que: 'Quinta Sesión de la Comisión' }]
  const parrafos = relatoDelMes({ mes: 'abril de 2030', realizados: MOMENTOS.slice(0, 2), hechos, momentos: MOMENTOS })
  expect(parrafos).toContainEqual({
    texto: 'Al Instituto Nacional Electoral se remitió:',
    puntos: ['«Informe mensual» (marzo de 2030), el miércoles 3 de abril de 2030, OF/1.', '«Listado», el martes 9 de abril de 2030, OF/2.'],
  })
  expect(parrafos.filter((each) => typeof each === 'string' && each.startsWith('En el mes no hubo'))).toEqual([
    'En el mes no hubo documentos aprobados por la Comisión; ni documentos aprobados por el Pleno; ni informes presentados al Pleno; ni documentos aprobados por el Comité de Transparencia; ni acuerdos tomados; ni sustituciones, cancelaciones ni restituciones que surtieran efectos; ni versiones nuevas de documentos; ni publicaciones.',
  ])
  expect(parrafos).toContain('Sesiones celebradas: Quinta Sesión de la Comisión, el lunes 1 de abril de 2030.')
})

test('an activity that begins with a verb is told by the name of its document', () => {
  const due = { milestone: 'pleno' as const, momento: 'Aprobación del Pleno', estatus: 'vencida' as const, hecho: null, referencia: null }
  const momentos = [momento({ ...due, nombre: 'Presentar al Pleno el informe', documento: 'el informe del avance de abril', de: null })]
  expect(relatoDelMes({ mes: 'abril de 2030', realizados: [], hechos: [], momentos }).at(-1)).toMatch(
    /: Aprobación del Pleno de «Informe del avance de abril», que venció el/u,
  )
})

test('two documents of one name are told apart by what opened each', () => {
  const sent = (de: string) => momento({ nombre: 'Remitir el listado', documento: 'el listado de ayuntamientos', de })
  const realizados = [sent('Acuerdo 1'), sent('Acuerdo 2')]
  const parrafos = relatoDelMes({ mes: 'abril de 2030', realizados, hechos: [], momentos: [] })
  expect(JSON.stringify(parrafos)).toMatch(/«Listado de ayuntamientos» \(Acuerdo 1\).*«Listado de ayuntamientos» \(Acuerdo 2\)/u)
})

test('a cut before the end of its month says so, and claims nothing of the days after it', () => {
  const parrafos = relatoDelMes({ mes: 'mayo de 2030', realizados: [], hechos: [], momentos: [], hasta: '2030-05-22' })
  expect(parrafos[0]).toBe(
    'En mayo de 2030, hasta el corte del miércoles 22 de mayo de 2030, no consta que se haya cumplido ningún momento del programa de trabajo.',
  )
  expect(parrafos[1]).toMatch(/^Hasta ese corte no hubo documentos aprobados por la Comisión/)
})

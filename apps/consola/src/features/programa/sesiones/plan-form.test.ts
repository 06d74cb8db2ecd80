import {
  agendaDe,
  blankPlan,
  conMarcado,
  movePunto,
  nuevaOf,
  organoSiguiente,
  paraReunion,
  paraSesion,
  planErrors,
  puntoDe,
  puntoTitulado,
} from './plan-form.ts'
import { pack } from '../../../../../../tests/support/paquete.ts'

const textos = pack.plantillas.orden_del_dia.partes

test('a new plan needs its organ, its kind, its day and titles', () => {
  const form = blankPlan()
  expect(planErrors(form).map(({ id }) => id)).toEqual(['organo', 'tipo', 'fecha'])
  const punto = { ...puntoDe({ clave: '11.13', numero: '11.13', nombre: 'Informe', documento: null }), titulo: ' ' }
  expect(planErrors({ ...form, puntos: [punto] }).at(-1)?.id).toBe('punto-0-titulo')
})

test('an item moves by one place and not beyond the ends', () => {
  const puntos = blankPlan().puntos
  const [first, second] = puntos
  expect(movePunto(puntos, 1, -1)).toEqual([second, first])
  expect(movePunto(puntos, 0, -1)).toEqual(puntos)
  expect(movePunto(puntos, 1, 1)).toEqual(puntos)
})

test('an entregable of a month has it in words in its title', () => {
  const informe = { clave: '11.5/2024-04', numero: '11.5', nombre: 'Informe', documento: null, mes: '2024-04', evento: null }
  expect(puntoTitulado(informe).titulo).toBe('Informe · abril de 2024')
})

test('is sent without blanks, each item with the clave of its entregable', () => {
  const punto = puntoDe({ clave: '11.5/2024-04', numero: '11.5', nombre: 'Informe de abril', documento: null })
  const form = { ...blankPlan(), organo: 'pleno', tipo: 'ordinaria', fecha: '2024-04-25', lugar: '  ', puntos: [punto] }
  expect(nuevaOf(form)).toEqual({
    organo: 'pleno',
    tipo: 'ordinaria',
    fecha: '2024-04-25',
    hora: null,
    modalidad: 'presencial',
    lugar: null,
    puntos: [{ titulo: 'Informe de abril', seVota: true, entregable: '11.5/2024-04', materia: null, documentos: [] }],
  })
})

test('an entregable that was marked and not added goes on the agenda when the form is sent', () => {
  const informe = { clave: '11.5/2024-05', numero: '11.5', nombre: 'Informe', documento: null, mes: '2024-05', evento: null }
  const { puntos } = blankPlan()
  expect(conMarcado(puntos, informe)).toMatchObject([
    ...puntos,
    { titulo: 'Informe · mayo de 2024', entregable: { clave: '11.5/2024-05' } },
  ])
  expect(conMarcado(puntos, undefined)).toEqual(puntos)
})

test('the organ of a plan for an entregable is the one whose approval comes next', () => {
  const organos = [{ clave: 'pleno', aprueba: 'pleno' }, { clave: 'comision', aprueba: 'comision' }, { clave: 'grupo', aprueba: null }] // prettier-ignore
  expect(organoSiguiente(organos, ['integracion', 'comision', 'pleno'])).toBe('comision')
  expect(organoSiguiente(organos, ['remision'])).toBe('')
})

test('of a reunión de trabajo votes nothing and proposes no agenda of its own', () => {
  const informe = puntoDe({ clave: '11.5', numero: '11.5', nombre: 'Informe', documento: null })
  const puntos = paraReunion([...blankPlan().puntos, informe])
  expect(nuevaOf({ ...blankPlan(), tipo: 'reunion_trabajo', puntos }).puntos).toEqual([
    { titulo: 'Informe', seVota: false, entregable: '11.5', materia: null, documentos: [] },
  ])
  expect(paraSesion(puntos).map(({ titulo, seVota }) => [titulo, seVota])).toEqual([
    ...blankPlan().puntos.map(({ titulo, seVota }) => [titulo, seVota]),
    ['Informe', true],
  ])
})

test('shows the points that every agenda has, and how a typed one will read', () => {
  const informe = puntoDe({ clave: '11.5/2024-04', numero: '11.5', nombre: 'Informe', documento: 'el informe de abril' })
  const escrito = { ...informe, key: 'propio', titulo: 'Segunda vuelta del proyecto' }
  const { puntos } = blankPlan()
  const { agregados, leidos } = agendaDe({ tipo: 'ordinaria', puntos: [...puntos, informe, escrito] }, { papel: 'minuta', textos })
  expect(agregados.map(({ fijo, antesDe }) => [fijo, antesDe])).toEqual([
    ['anterior', 2],
    ['generales', 4],
    ['clausura', 4],
  ])
  expect(Object.values(leidos)).toEqual([
    'Lista de asistencia y declaración de quórum legal.',
    'Presentación, análisis y, en su caso, aprobación del informe de abril.',
  ])
  expect(agendaDe({ tipo: 'reunion_trabajo', puntos: [informe] }, { papel: 'minuta', textos }).leidos).toEqual({})
  expect(agendaDe({ tipo: '', puntos }, { papel: 'acta', textos })).toEqual({ agregados: [], leidos: {} })
})

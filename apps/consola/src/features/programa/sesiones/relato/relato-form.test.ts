import type { Sesion } from '../../../../api-types.ts'
import { blankIntervencion, faltaRelatar, relatadaOf, relatoErrors, relatoOf, recientesDe } from './relato-form.ts'

const lectura = { decision: 'aprobado', dispensada: true, votacion: 'unanimidad', cambios: null } as const
const relato: Sesion['relato'] = {
  ...{ orden: lectura, anterior: null },
  puntos: [{ puntoId: 'plan', tratado: 'Se presentó el plan.', intervenciones: [{ quien: 'Ana Ruiz', dijo: 'Pidió un cuadro.' }] }],
  generales: [],
}
const punto = (id: string): Sesion['puntos'][number] => ({
  ...{ id, titulo: id, seVota: true, entregable: null, previas: [], materia: null, documentos: [] },
})
const porAprobar = [
  { id: 's2', nombre: 'Segunda Sesión Ordinaria' },
  { id: 's1', nombre: 'Primera Sesión Ordinaria' },
]
const sesion = { puntos: [punto('lista'), punto('plan')], relato, porAprobar }
const VOTANTES = [
  { id: 'p', nombre: 'Paula' },
  { id: 'i', nombre: 'Iván' },
]

it('keeps what was told before, and sends it back as it was', () => {
  expect(relatadaOf(relatoOf(sesion))).toEqual(relato)
  expect(relatadaOf(relatoOf({ ...sesion, relato: null }))).toEqual({ orden: null, anterior: null, puntos: [], generales: null })
})

it('may be left blank anywhere, but nothing half told is sent', () => {
  const form = relatoOf({ ...sesion, relato: null })
  expect(relatoErrors(form, VOTANTES)).toEqual([])
  Object.assign(form.anterior, { decision: 'con_cambios' })
  form.puntos.plan?.intervenciones.push(blankIntervencion())
  form.generales.hubo = 'si'
  expect(relatoErrors(form, VOTANTES).map(({ id }) => id)).toEqual([
    'anterior-votacion',
    'anterior-cambios',
    'plan-quien-0',
    'plan-dijo-0',
    'generales-agregar',
  ])
})

it('forgets the changes and the vote of a reading that was put off', () => {
  const form = relatoOf(sesion)
  Object.assign(form.anterior, { decision: 'pospuesta', votacion: 'mayoria', cambios: 'Otra hora' })
  expect(relatadaOf(form).anterior).toEqual({ decision: 'pospuesta', dispensada: false, votacion: null, cambios: null, sesiones: ['s2'] })
})

it('tells by name a vote by majority, of the papers that are chosen', () => {
  const form = relatoOf(sesion)
  Object.assign(form.anterior, { decision: 'aprobado', votacion: 'mayoria' })
  form.votos.anterior = { p: 'a_favor' }
  form.sesiones = ['s1']
  expect(relatoErrors(form, VOTANTES).map(({ id }) => id)).toEqual(['anterior-voto-i'])
  form.votos.anterior.i = 'en_contra'
  expect(relatadaOf(form).anterior).toMatchObject({
    sesiones: ['s1'],
    votos: [
      { integranteId: 'p', sentido: 'a_favor' },
      { integranteId: 'i', sentido: 'en_contra' },
    ],
  })
})

it('offers no reading where no paper awaits approval', () => {
  const before = { ...relato, anterior: { ...lectura, decision: 'no_hubo' as const, votacion: null } }
  expect(relatadaOf(relatoOf({ ...sesion, relato: before, porAprobar: [] })).anterior).toBeNull()
})

it('offers the three newest papers that await approval, and the older ones that were chosen', () => {
  const papers = ['e', 'd', 'c', 'b', 'a'].map((id) => ({ id }))
  const shown = (elegidas: string[]) => recientesDe(papers, elegidas).map(({ id }) => id)
  expect([shown([]), shown(['a', 'e'])]).toEqual([['e', 'd', 'c'], ['e', 'd', 'c', 'a']]) // prettier-ignore
})

test('a paper has blanks to tell where its agenda reads something that nobody voted as a point', () => {
  const agenda = (fijo: 'orden' | 'anterior' | 'generales' | 'lista' | null): Sesion['agenda'] => [{ fijo, titulo: 'Punto', puntoId: null }]
  const sin = { relato: null, porAprobar: [] }
  expect(
    (['orden', 'generales', 'anterior', 'lista', null] as const).map((fijo) => faltaRelatar({ ...sin, agenda: agenda(fijo) })),
  ).toEqual([...[true, true, false, false, false]])
  expect(faltaRelatar({ ...sin, agenda: agenda('anterior'), porAprobar: [{ id: 's', nombre: 'Sesión' }] })).toBe(true)
  expect(faltaRelatar({ ...sin, agenda: agenda('orden'), relato })).toBe(false)
})

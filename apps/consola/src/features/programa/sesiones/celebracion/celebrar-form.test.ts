import type { Sesion } from '../../../../api-types.ts'
import { celebradaOf, celebrarErrors, celebrarOf, quorumOf, todosAFavor, votacionOf } from './celebrar-form.ts'

const integrante = (id: string, ejerce: string) => ({ id, nombre: id.toUpperCase(), ejerce, voto: true })
const SESION = {
  version: 3,
  tipo: 'extraordinaria',
  fecha: '2024-04-20',
  hora: '21:00',
  reglas: {
    ...{ quorumNumerador: 1, quorumDenominador: 2, quorumPresidencia: true },
    ...{ mayoriaNumerador: 1, mayoriaDenominador: 2, mayoriaDe: 'presentes', votoCalidad: false },
  },
  integrantes: [
    integrante('p', 'presidencia'),
    integrante('a', 'integrante'),
    integrante('b', 'integrante'),
    { ...integrante('s', 'secretaria_ejecutiva'), voto: false },
  ],
  puntos: [
    { id: 'lista', titulo: 'Lista', seVota: false },
    { id: 'plan', titulo: 'Plan', seVota: true },
  ],
  convocadas: [],
  celebraciones: [],
} as unknown as Sesion

function filled() {
  const form = celebrarOf(SESION)
  Object.assign(form, { fin: '00:30', presentes: { p: true, a: true, b: false, s: true } })
  Object.assign(form.puntos.plan ?? {}, { hora: '00:10', acuerdo: ' CEE/1/2024 ' })
  todosAFavor(form, 'plan', SESION)
  return form
}

test('a blank one leads to each thing that is missing', () => {
  const errors = celebrarErrors(celebrarOf(SESION), SESION, 'corregir')
  expect(errors.map(({ id }) => id)).toEqual(['motivo', 'fin', 'asistencia', 'asistencia', 'hora-plan'])
  expect(errors.at(-1)?.text).toMatch(/punto 4/)
})

test('marks an absent member as absent from every vote, despite an earlier choice', () => {
  const form = filled()
  expect(celebrarErrors(form, SESION, 'celebrar')).toEqual([])
  expect(votacionOf(form, 'plan', SESION)).toMatchObject({ resultado: 'aprobado', cuenta: { a_favor: 2, ausente: 1 } })
  form.presentes.a = false
  expect(quorumOf(form, SESION).hay).toBe(false)
})

test('asks for the name of who came for a party, and offers that of the last time', () => {
  const convocadas = [
    { actor: 'FARO', nombre: 'Partido del Faro', ultima: null },
    { actor: 'RIO', nombre: 'Partido del Río', ultima: 'Raúl Ríos' },
  ]
  const sesion = { ...SESION, convocadas }
  const form = { ...filled(), representaciones: celebrarOf(sesion).representaciones }
  for (const each of Object.values(form.representaciones)) each.presente = true
  expect(celebrarErrors(form, sesion, 'celebrar').map(({ id }) => id)).toEqual(['quien-FARO'])
  Object.assign(form.representaciones.FARO ?? {}, { presente: false, quien: 'Nadie' })
  expect(celebradaOf(form, sesion).representaciones).toEqual([
    { actor: 'FARO', presente: false, quien: null },
    { actor: 'RIO', presente: true, quien: 'Raúl Ríos' },
  ])
})

test('an hour before the beginning is one after midnight', () => {
  const { inicio, fin, puntos } = celebradaOf(filled(), SESION)
  expect([inicio, fin]).toEqual(['2024-04-21T03:00:00.000Z', '2024-04-21T06:30:00.000Z'])
  expect(puntos[1]).toMatchObject({ votadoEn: '2024-04-21T06:10:00.000Z', acuerdo: { numero: 'CEE/1/2024' } })
})

test('an item taken off the agenda has no votes, and one that is not approved no acuerdo', () => {
  const withdrawn = filled()
  Object.assign(withdrawn.puntos.plan ?? {}, { retirado: true, motivoRetiro: ' Ya se había aprobado. ' })
  expect(celebradaOf(withdrawn, SESION).puntos[1]).toEqual({
    ...{ puntoId: 'plan', retirado: true, votos: [] },
    motivoRetiro: 'Ya se había aprobado.',
  })
  const rejected = filled()
  Object.assign(rejected.puntos.plan ?? {}, { votos: { p: 'en_contra', a: 'en_contra', b: '' } })
  expect(celebradaOf(rejected, SESION).puntos[1]).not.toHaveProperty('acuerdo')
})

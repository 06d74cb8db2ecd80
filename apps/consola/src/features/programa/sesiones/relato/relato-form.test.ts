import type { Sesion } from '../../../../api-types.ts'
import { blankIntervencion, relatadaOf, relatoErrors, relatoOf } from './relato-form.ts'

const lectura = { decision: 'aprobado', dispensada: true, votacion: 'unanimidad', cambios: null } as const
const relato: Sesion['relato'] = {
  ...{ orden: lectura, anterior: null },
  puntos: [{ puntoId: 'plan', tratado: 'Se presentó el plan.', intervenciones: [{ quien: 'Ana Ruiz', dijo: 'Pidió un cuadro.' }] }],
  generales: [],
}
const punto = (id: string): Sesion['puntos'][number] => ({
  ...{ id, titulo: id, seVota: true, entregable: null, previas: [], materia: null, documentos: [] },
})
const sesion = { puntos: [punto('lista'), punto('plan')], relato }

it('keeps what was told before, and sends it back as it was', () => {
  expect(relatadaOf(relatoOf(sesion))).toEqual(relato)
  expect(relatadaOf(relatoOf({ ...sesion, relato: null }))).toEqual({ orden: null, anterior: null, puntos: [], generales: null })
})

it('may be left blank anywhere, but nothing half told is sent', () => {
  const form = relatoOf({ ...sesion, relato: null })
  expect(relatoErrors(form)).toEqual([])
  Object.assign(form.anterior, { decision: 'con_cambios' })
  form.puntos.plan?.intervenciones.push(blankIntervencion())
  form.generales.hubo = 'si'
  expect(relatoErrors(form).map(({ id }) => id)).toEqual([
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
  expect(relatadaOf(form).anterior).toEqual({ decision: 'pospuesta', dispensada: false, votacion: null, cambios: null })
})

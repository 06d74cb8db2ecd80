import type { Acuerdo, AcuerdoDetail } from '../../../api-types.ts'
import { acuerdoErrors, blankAcuerdo, completadoOf, correccionErrors, corregidoOf, formOf, knownOf, nuevoOf } from './acuerdo-form.ts'

const LISTADO: Acuerdo = {
  id: 'a1',
  numero: 'CEE/9/2024',
  organo: null,
  fecha: '2024-04-20',
  aprobadoEn: null,
  asunto: null,
  documento: null,
  candidaturas: 3,
  cambios: 0,
  entregas: { pendientes: 1, hechas: 0 },
}
const PDF = { id: 'd1', nombre: 'acuerdo.pdf', bytes: 10, sha256: 'ab' }

test('a new acuerdo needs all but its document', () => {
  expect(acuerdoErrors(blankAcuerdo()).map(({ id }) => id)).toEqual(['numero', 'organo', 'fecha', 'hora', 'asunto'])
  const form = { numero: ' CEE/9/2024 ', organo: 'pleno', fecha: '2024-04-20', hora: '18:30', asunto: ' Registro ', documento: null }
  expect(acuerdoErrors(form)).toEqual([])
  expect(nuevoOf(form)).toEqual({
    numero: 'CEE/9/2024',
    organo: 'pleno',
    aprobadoEn: '2024-04-21T00:30:00.000Z',
    asunto: 'Registro',
    documentoId: null,
  })
})

test('an addition completes the data of a list, on its own day', () => {
  const form = formOf(LISTADO)
  expect(completadoOf(form, LISTADO)).toEqual({})
  expect(completadoOf({ ...form, hora: '10:00', documento: PDF }, LISTADO)).toEqual({
    aprobadoEn: '2024-04-20T16:00:00.000Z',
    documentoId: 'd1',
  })
})

test('a correction says only the differences, asks for a reason, and lets no recorded datum go blank', () => {
  const acuerdo: AcuerdoDetail = { ...LISTADO, asunto: 'Registro', porCargo: [], cambiosLista: [], entregasLista: [], correcciones: [] }
  const form = { ...formOf(acuerdo), motivo: '' }
  expect(knownOf(acuerdo)).toEqual(['numero', 'fecha', 'asunto'])
  expect(correccionErrors(form, acuerdo).map(({ id }) => id)).toEqual(['motivo', null])
  expect(
    correccionErrors({ ...form, asunto: ' ', fecha: '2024-04-19', motivo: 'El acta dice otro día.' }, acuerdo).map(({ id }) => id),
  ).toEqual(['asunto'])
  const common = { version: 0, motivo: 'El acta dice otro día.' }
  expect(corregidoOf({ ...form, fecha: '2024-04-19', motivo: ' El acta dice otro día. ' }, acuerdo)).toEqual({
    ...common,
    fecha: '2024-04-19',
  })
  expect(corregidoOf({ ...form, fecha: '2024-04-19', hora: '23:50', numero: 'CEE/8/2024', motivo: common.motivo }, acuerdo)).toEqual({
    ...common,
    numero: 'CEE/8/2024',
    aprobadoEn: '2024-04-20T05:50:00.000Z',
  })
})

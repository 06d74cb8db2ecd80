import type { Remision } from '../../../api-types.ts'
import { correccionErrors, correccionOf, recordedOf } from './correccion-form.ts'

const remision = {
  version: 3,
  envio: { enviadaEn: '2024-04-22T06:10:42Z', medio: 'correo', registradoEn: '2024-04-22T06:12:00Z', folio: 'F', oficio: null },
  acuse: { recibidaEn: '2024-04-22T16:00:00Z', folio: 'INE/1', registradoEn: '2024-04-22T16:05:00Z', documento: null },
} satisfies Pick<Remision, 'version' | 'envio' | 'acuse'>

describe('the correction of a remisión', () => {
  it('begins with what is recorded, and asks for something that changes and for a reason', () => {
    const form = recordedOf('acuse', remision)
    expect([form.dato, form.motivo]).toEqual(['INE/1', ''])
    expect(correccionErrors(form, { que: 'acuse', remision }).map(({ id }) => id)).toEqual(['acuse-motivo', 'acuse-cuando'])
    const folio = { ...form, dato: 'INE/2', motivo: 'Se copió mal el folio.' }
    expect(correccionErrors(folio, { que: 'acuse', remision })).toEqual([])
    expect(correccionErrors({ ...folio, dato: ' ' }, { que: 'acuse', remision }).map(({ id }) => id)).toEqual(['acuse-dato'])
  })

  it('keeps the seconds of an hour that was not touched', () => {
    const form = { ...recordedOf('envio', remision), dato: 'fisico', motivo: 'Se entregó en la oficina.' }
    expect(correccionOf(form, { que: 'envio', remision })).toEqual({
      version: 3,
      enviadaEn: '2024-04-22T06:10:42Z',
      medio: 'fisico',
      motivo: 'Se entregó en la oficina.',
    })
    expect(correccionOf({ ...form, cuando: '2024-04-21T23:10' }, { que: 'envio', remision })).toMatchObject({
      enviadaEn: '2024-04-22T05:10:00.000Z',
    })
  })
})

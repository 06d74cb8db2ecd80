import { blankEvento, eventoErrors, eventoOf } from './evento-form.ts'

const lleno = { ...blankEvento(), tipo: 'modificacion', ocurrido: '2024-04-19T23:50', titulo: ' Cambios ' }

it('asks for missing fields, and for the modified duty only in a modification', () => {
  expect(eventoErrors(blankEvento()).map(({ id }) => id)).toEqual(['evento-tipo', 'evento-ocurrido', 'evento-titulo'])
  expect(eventoErrors(lleno).map(({ id }) => id)).toEqual(['evento-de'])
  expect(eventoErrors({ ...lleno, de: 'entregable' }).map(({ id }) => id)).toEqual(['evento-entregable'])
  expect(eventoErrors({ ...lleno, de: 'otro', otro: ' a ' }).map(({ id }) => id)).toEqual(['evento-otro'])
  expect(eventoErrors({ ...lleno, tipo: 'documento_emitido' })).toEqual([])
})

it('sends the chosen fields, and none of an earlier choice', () => {
  const base = { ocurridoEn: '2024-04-20T05:50:00.000Z', titulo: 'Cambios' }
  const both = { ...lleno, entregable: '11.4', version: '2', otro: 'Oficio' }
  expect(eventoOf({ ...both, de: 'entregable' })).toEqual({ ...base, tipo: 'modificacion', causa: { entregable: '11.4', version: 2 } })
  expect(eventoOf({ ...both, de: 'otro' })).toEqual({ ...base, tipo: 'modificacion', causa: { documento: 'Oficio' } })
  expect(eventoOf({ ...both, tipo: 'documento_emitido' })).toEqual({ ...base, tipo: 'documento_emitido' })
})

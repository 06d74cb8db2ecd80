import { advertenciasDelCorte } from './vigencia.ts'

const cut = {
  clase: 'mensual' as const,
  tomadoEn: '2024-05-01T15:00:00.000Z',
  entregable: { clave: '11.5/2024-04', numero: '11.5', nombre: 'Informes mensuales', mes: '2024-04' },
  emisor: { instituto: { siglas: 'I', nombre: 'Instituto' }, proceso: 'Proceso', simulacro: true, zona: 'America/Mexico_City' },
}

it('says nothing of a cut of today, and warns when the clock moved on or back', () => {
  expect(advertenciasDelCorte(cut, '2024-05-02T14:59:00Z')).toEqual([])
  expect(advertenciasDelCorte(cut, '2024-05-04T15:00:00Z')).toEqual([
    'El corte es del miércoles 1 de mayo de 2024, 09:00 horas. El reloj del proceso está 3 días después: tome otro corte antes de emitir.',
  ])
  expect(advertenciasDelCorte(cut, '2024-05-01T13:00:00Z')).toEqual([expect.stringContaining('el reloj se movió hacia atrás')])
})

it('warns of a month that was not over, to its last instant in the zone of the proceso', () => {
  const at = (tomadoEn: string) => advertenciasDelCorte({ ...cut, tomadoEn }, tomadoEn)
  expect(at('2024-05-01T05:59:59.000Z')).toEqual([
    'El corte se tomó antes de que terminara abril de 2024: lo que ocurrió después no está en él. Si se vota antes de que termine, obedezca la fecha: lo demás se cuenta en el informe siguiente. Si se vota después, tome otro corte.',
  ])
  expect(at('2024-05-01T06:00:00.000Z')).toEqual([])
})

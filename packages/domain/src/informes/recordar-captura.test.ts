import { Temporal } from 'temporal-polyfill'
import { razonContraRecordar, type RecordarCapturaState } from './recordar-captura.ts'

const zona = 'America/Mexico_City'
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zona).toInstant()
const base: RecordarCapturaState = {
  estatus: 'aprobada',
  estatusCaptura: 'sin_captura',
  cierreCaptura: '2024-05-29',
  cuenta: 'activa',
  recordada: null,
  cadaDias: 3,
  zona,
  ahora: at('2024-04-20T10:00'),
}
const motivoOf = (changes: Partial<RecordarCapturaState>) => razonContraRecordar({ ...base, ...changes })?.motivo ?? null

describe('whether a persona is reminded of her captura', () => {
  it.each([
    ['who has not begun', {}, null],
    ['who was observed', { estatusCaptura: 'observada' }, null],
    ['who has all of it', { estatusCaptura: 'completa' }, 'sin_pendiente'],
    ['who was verified', { estatusCaptura: 'verificada' }, 'sin_pendiente'],
    ['who left', { estatus: 'cancelada' }, 'sin_pendiente'],
    ['who has no account', { cuenta: null }, 'sin_correo'],
    ['who has not accepted the invitation', { cuenta: 'invitada' }, 'sin_correo'],
  ] as const)('%s', (_, changes, motivo) => expect(motivoOf(changes)).toBe(motivo))

  it('ends with the captura, unless the institute opened a section again', () => {
    expect(motivoOf({ ahora: at('2024-05-29T23:59:59.999') })).toBeNull()
    expect(motivoOf({ ahora: at('2024-05-30T00:00') })).toBe('sin_pendiente')
    expect(motivoOf({ ahora: at('2024-05-30T00:00'), estatusCaptura: 'observada' })).toBeNull()
  })

  it('is not done twice within the days of the pack, and says from when it can be again', () => {
    const recordada = '2024-04-18'
    expect(razonContraRecordar({ ...base, recordada })).toEqual({
      motivo: 'reciente',
      razon: 'Ya se le recordó el 18 de abril de 2024: se puede de nuevo desde el 21 de abril de 2024.',
    })
    expect(motivoOf({ recordada, ahora: at('2024-04-20T23:59:59.999') })).toBe('reciente')
    expect(motivoOf({ recordada, ahora: at('2024-04-21T00:00') })).toBeNull()
  })
})

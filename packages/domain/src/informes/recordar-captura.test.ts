import { Temporal } from 'temporal-polyfill'
import { razonContraRecordar, viaRecordar, type RecordarCapturaState } from './recordar-captura.ts'

const zona = 'America/Mexico_City'
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zona).toInstant()
const base: RecordarCapturaState = {
  estatus: 'aprobada',
  estatusCaptura: 'sin_captura',
  cierreCaptura: '2024-05-29',
  cuenta: 'activa',
  capturistas: 0,
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
    ['who has no account, nor anybody who captures for her', { cuenta: null }, 'sin_correo'],
    ['who has not accepted the invitation, nor has anybody who captures for her', { cuenta: 'invitada' }, 'sin_correo'],
    ['who has no account, where somebody captures for her', { cuenta: null, capturistas: 1 }, null],
  ] as const)('%s', (_, changes, motivo) => expect(motivoOf(changes)).toBe(motivo))

  it('is told by her own account, and by those that capture for her where she has none that works', () => {
    expect(viaRecordar({ cuenta: 'activa', capturistas: 2 })).toBe('cuenta')
    expect(viaRecordar({ cuenta: 'invitada', capturistas: 2 })).toBe('captura')
    expect(viaRecordar({ cuenta: null, capturistas: 0 })).toBeNull()
  })

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

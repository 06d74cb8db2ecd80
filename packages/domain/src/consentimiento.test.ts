import { consentimientoQueRige, razonesContraConsentir, razonesContraRevisar, type ConsentimientoDado } from './consentimiento.ts'

const own: ConsentimientoDado = { mecanismo: 'cuenta_propia', revision: 'no_requiere' }
const signed = (revision: ConsentimientoDado['revision']): ConsentimientoDado => ({ mecanismo: 'formato_firmado', revision })

describe('giving', () => {
  it('a persona may always decide again with her own account', () => {
    expect(razonesContraConsentir('cuenta_propia', [signed('aceptada'), own])).toEqual([])
  })

  it('a signed form may follow another, but never what the persona decided herself', () => {
    expect(razonesContraConsentir('formato_firmado', [signed('aceptada')])).toEqual([])
    expect(razonesContraConsentir('formato_firmado', [signed('aceptada'), own])).toHaveLength(1)
  })
})

describe('reviewing', () => {
  it.each([
    ['nothing was given', null, 1],
    ['the persona decided herself', own, 1],
    ['the form was already reviewed', signed('aceptada'), 1],
    ['a form waits', signed('pendiente'), 0],
  ])('%s', (_title, ultimo, reasons) => {
    expect(razonesContraRevisar(ultimo)).toHaveLength(reasons)
  })
})

describe('which one governs', () => {
  it.each<[string, ConsentimientoDado[], number | null]>([
    ['nobody gave any', [], null],
    ['the last one', [own, signed('aceptada')], 0],
    ['the last one, also while it waits: a withdrawal holds from the moment it is handed in', [signed('pendiente'), signed('aceptada')], 0],
    ['the last good one when the last was rejected', [signed('rechazada'), signed('pendiente'), signed('aceptada')], 2],
    ['a rejected one when there is no other', [signed('rechazada'), signed('pendiente')], 0],
  ])('%s', (_title, history, index) => {
    expect(consentimientoQueRige(history)).toBe(index === null ? null : history[index])
  })
})

import {
  consentimientoQueRige,
  eleccionesRevocables,
  eleccionesTrasRevocar,
  eleccionesVigentes,
  niegaTratamiento,
  razonesContraConsentir,
  razonesContraElegir,
  razonesContraRevisar,
  razonesContraRevocar,
  tratamientoFirme,
  type ConsentimientoConElecciones,
  type ConsentimientoDado,
  type ConsentimientoFechado,
  type Elecciones,
} from './consentimiento.ts'

const own: ConsentimientoFechado = { mecanismo: 'cuenta_propia', revision: 'no_requiere', recibidaEl: null }
const asked = (recibidaEl: string): ConsentimientoFechado => ({ mecanismo: 'solicitud_escrita', revision: 'no_requiere', recibidaEl })
const signed = (revision: ConsentimientoDado['revision']): ConsentimientoFechado => ({
  mecanismo: 'formato_firmado',
  revision,
  recibidaEl: null,
})

describe('giving', () => {
  const form = (firmadoEl: string) => ({ mecanismo: 'formato_firmado' as const, firmadoEl, hoy: '2030-05-10' })

  it('a persona may always decide again with her own account, also after she took a choice back in writing', () => {
    expect(razonesContraConsentir({ mecanismo: 'cuenta_propia' }, [asked('2030-05-09'), signed('aceptada'), own])).toEqual([])
  })

  it.each<[string, string, ConsentimientoFechado[], number]>([
    ['may follow another', '2030-05-10', [signed('aceptada')], 0],
    ['does not change what the persona decided herself', '2030-05-10', [signed('aceptada'), own], 1],
    ['signed before she took back in writing does not bring it back', '2030-05-04', [asked('2030-05-05'), signed('aceptada')], 1],
    ['signed on the very day of her request does not either', '2030-05-05', [asked('2030-05-05')], 1],
    ['signed after her request may', '2030-05-06', [asked('2030-05-05'), own], 0],
    ['is measured by her last request', '2030-05-06', [asked('2030-05-07'), signed('aceptada'), asked('2030-05-02')], 1],
    ['does not follow what she decided herself after her request', '2030-05-08', [own, asked('2030-05-05')], 1],
    ['of a day to come is none', '2030-05-11', [], 1],
  ])('a form %s', (...[, firmadoEl, anteriores, reasons]) => {
    expect(razonesContraConsentir(form(firmadoEl), anteriores)).toHaveLength(reasons)
  })
})

describe('choosing', () => {
  it.each<[string, number]>([
    ['tpe', 0],
    ['tp', 0],
    ['te', 0],
    ['t', 0],
    ['', 0],
    ['p', 1],
    ['e', 1],
    ['pe', 1],
  ])('«%s» has %d reasons against it: the other two need the treatment', (chosen, reasons) => {
    expect(razonesContraElegir(chose(chosen))).toHaveLength(reasons)
  })
})

describe('reviewing', () => {
  it.each([
    ['nothing was given', null, 1],
    ['the persona decided herself', own, 1],
    ['she took it back in writing meanwhile', asked('2030-05-05'), 1],
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
    ['the revocación when the form after it was rejected', [signed('rechazada'), asked('2030-05-05'), signed('aceptada')], 1],
    ['a rejected one when there is no other', [signed('rechazada'), signed('pendiente')], 0],
  ])('%s', (_title, history, index) => {
    expect(consentimientoQueRige(history)).toBe(index === null ? null : history[index])
  })
})

const given = (chosen: string, dado: ConsentimientoDado): ConsentimientoConElecciones => ({ ...dado, ...chose(chosen) })
const chose = (chosen: string): Elecciones => ({
  tratamiento: chosen.includes('t'),
  publicacion: chosen.includes('p'),
  estadistica: chosen.includes('e'),
})

describe('taking back', () => {
  const day = { recibidaEl: '2030-05-05', hoy: '2030-05-05' }

  it.each<[string, ConsentimientoConElecciones[], string, string]>([
    ['nothing was given', [], '', ''],
    ['her own choice', [given('tpe', own)], 'tpe', 'tpe'],
    ['a form that waits authorises nothing, and may be taken back', [given('tp', signed('pendiente'))], '', 'tp'],
    [
      'a waiting form leaves of an accepted one only their common choices',
      [given('te', signed('pendiente')), given('tp', signed('aceptada'))],
      't',
      'te',
    ],
    ['a rejected form is none', [given('tpe', signed('rechazada'))], '', ''],
  ])('%s: the authorised choices and those that may be taken back', (...[, history, vigentes, revocables]) => {
    expect(eleccionesVigentes(history)).toEqual(chose(vigentes))
    expect(eleccionesRevocables(history)).toEqual(eleccionesRevocables([given(revocables, own)]))
  })

  it('leaves the others as they were, and never accepts a form that nobody reviewed', () => {
    expect(eleccionesTrasRevocar([given('tpe', own)], ['publicacion'])).toEqual(chose('te'))
    expect(eleccionesTrasRevocar([given('tpe', signed('pendiente'))], ['publicacion'])).toEqual(chose(''))
  })

  it('leaves nothing authorised once the treatment is taken back', () => {
    expect(eleccionesTrasRevocar([given('tpe', own)], ['tratamiento'])).toEqual(chose(''))
  })

  it.each<[string, Parameters<typeof razonesContraRevocar>, number]>([
    ['an authorised choice', [{ ...day, revoca: ['publicacion'] }, [given('tp', own)]], 0],
    ['no choice at all', [{ ...day, revoca: [] }, [given('tp', own)]], 1],
    ['a choice that is not authorised', [{ ...day, revoca: ['publicacion', 'estadistica'] }, [given('tp', own)]], 1],
    ['a choice without any authorisation', [{ ...day, revoca: ['publicacion'] }, [given('', own)]], 1],
    ['by a request of a day to come', [{ ...day, revoca: ['publicacion'], hoy: '2030-05-04' }, [given('tp', own)]], 1],
  ])('%s', (_title, [revocacion, history], reasons) => {
    expect(razonesContraRevocar(revocacion, history)).toHaveLength(reasons)
  })
})

describe('the treatment of identity answers', () => {
  it.each<[string, ConsentimientoConElecciones[], boolean | null, boolean]>([
    ['nobody decided', [], null, false],
    ['authorised', [given('t', own)], true, false],
    ['refused', [given('pe', own)], false, true],
    ['refused by a form that waits: hidden, and not destroyed yet', [given('', signed('pendiente')), given('t', own)], null, true],
    ['refused by a form that was rejected', [given('', signed('rechazada')), given('t', signed('aceptada'))], true, false],
    ['refused by a rejected form alone', [given('', signed('rechazada'))], null, false],
  ])('%s', (...[, history, firme, niega]) => {
    expect(tratamientoFirme(history)).toBe(firme)
    expect(niegaTratamiento(consentimientoQueRige(history))).toBe(niega)
  })
})

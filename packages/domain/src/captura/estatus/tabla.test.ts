import { Temporal } from 'temporal-polyfill'
import { estatusCapturaDe, estatusTras } from './estatus-tras.ts'
import { razonesContraCapturarIdentidad, razonesContraFotografiar } from './otras.ts'
import type { CapturaState, Completeness, SeccionState, Situacion } from './situacion.ts'
import { razonesContra } from './tabla.ts'

const captura = (changes: Partial<CapturaState> = {}): CapturaState => ({
  estatus: 'aprobada',
  estatusCaptura: 'en_captura',
  cierreCaptura: '2024-05-29',
  zona: 'America/Mexico_City',
  ahora: Temporal.Instant.from('2024-05-29T23:59:59-06:00'),
  ...changes,
})
const seccion = (changes: Partial<SeccionState> = {}): SeccionState => ({
  titulo: 'Propuestas',
  cuestionario: 'curricular',
  estatus: 'verificada',
  version: 1,
  versionValidada: 1,
  versionVerificada: 1,
  observaciones: [],
  correccion: null,
  pausada: false,
  reabierta: false,
  ...changes,
})
const whole: Completeness = { seccionesIncompletas: [], consentimiento: 'vigente' }
const situacion = (changes: Partial<Situacion> = {}): Situacion => ({
  captura: captura(),
  orden: 'verificar_y_publicar',
  secciones: [],
  completeness: whole,
  seccion: null,
  observacion: null,
  enRevision: false,
  cuenta: 'una',
  trasCierre: false,
  ...changes,
})
const CLOSED = captura({ ahora: Temporal.Instant.from('2024-05-30T00:00:00-06:00') })

describe('capturar', () => {
  test('is open until the last second of the closing day, in the zone of the proceso', () => {
    expect(razonesContra('capturar', situacion())).toEqual([])
    expect(razonesContra('capturar', situacion({ captura: CLOSED }))).toEqual(['La captura cerró el 29 de mayo de 2024.'])
  })

  test('stays open after the closing where the institute opened the section again, and there only', () => {
    const observed = seccion({ estatus: 'observada', observaciones: [{ creadaPor: 'otra', respondida: false }] })
    const secciones = [observed, seccion({ titulo: 'Otra' })]
    const at = (each: SeccionState) =>
      razonesContra('capturar', situacion({ captura: { ...CLOSED, estatusCaptura: 'observada' }, secciones, seccion: each }))
    expect(at(observed)).toEqual([])
    expect(at(seccion())).toEqual(['La captura cerró el 29 de mayo de 2024.'])
  })

  test('refuses a candidatura that is no longer in force, and one that the institute is reviewing', () => {
    expect(razonesContra('capturar', situacion({ captura: captura({ estatus: 'sustituida' }) }))).toEqual([
      'La candidatura ya no está vigente.',
    ])
    for (const estatusCaptura of ['validada', 'verificada'] as const) {
      expect(razonesContra('capturar', situacion({ captura: captura({ estatusCaptura }) }))).toHaveLength(1)
    }
  })

  test('receives no identity answer before consent of treatment, nor against it', () => {
    expect(razonesContraCapturarIdentidad(true, { porRenovar: false, suprimida: false })).toEqual([])
    expect(razonesContraCapturarIdentidad(null, { porRenovar: true, suprimida: false })).toHaveLength(1)
    expect(razonesContraCapturarIdentidad(false, { porRenovar: false, suprimida: false })).toHaveLength(1)
    expect(razonesContraCapturarIdentidad(true, { porRenovar: true, suprimida: false })).toEqual([
      expect.stringMatching(/cambió sus finalidades/),
    ])
    expect(razonesContraCapturarIdentidad(true, { porRenovar: false, suprimida: true })).toHaveLength(1)
  })

  test('a photograph follows an observación, and not a correction', () => {
    const state = captura({ estatusCaptura: 'completa' })
    expect(razonesContraFotografiar(state, { observada: false, enCorreccion: false })).toEqual([])
    expect(razonesContraFotografiar(CLOSED, { observada: true, enCorreccion: true })).toEqual([])
    expect(razonesContraFotografiar(state, { observada: false, enCorreccion: true })).toHaveLength(1)
  })
})

describe('validar', () => {
  test('names each section that is missing, and one that is open to correction by its own reason', () => {
    const completeness: Completeness = { seccionesIncompletas: ['Estudios', 'Propuestas'], consentimiento: 'ninguno' }
    const secciones = [seccion({ estatus: 'en_correccion', correccion: 'aceptada' })]
    expect(razonesContra('validar', situacion({ completeness, secciones }))).toEqual([
      'Se aceptó corregir la sección «Propuestas» y todavía no se guarda la corrección.',
      'Falta completar la sección «Estudios».',
      'Falta registrar el consentimiento de la persona.',
    ])
  })
})

describe('recuperar', () => {
  const sent = captura({ estatusCaptura: 'validada' })

  test('takes back what nobody began to review, and nothing else', () => {
    expect(razonesContra('recuperar', situacion({ captura: sent }))).toEqual([])
    expect(razonesContra('recuperar', situacion())).toEqual(['No hay un envío que recuperar.'])
    expect(razonesContra('recuperar', situacion({ captura: sent, enRevision: true }))).toEqual(['El instituto ya empezó a revisarla.'])
  })

  test('is refused once it could not be sent again, and where it was published as it was sent', () => {
    expect(razonesContra('recuperar', situacion({ captura: { ...CLOSED, estatusCaptura: 'validada' } }))).toEqual([
      'La captura cerró el 29 de mayo de 2024.',
    ])
    expect(razonesContra('recuperar', situacion({ captura: sent, orden: 'publicar_al_validar' }))).toHaveLength(1)
  })

  test('leaves each section as its answers are', () => {
    const tras = { observaciones: [], version: 1, versionVerificada: null }
    expect(estatusTras('recuperar', 'validada', { ...tras, capturado: 'completa' })).toBe('completa')
    expect(estatusTras('recuperar', 'validada', { ...tras, capturado: 'vacia' })).toBe('vacia')
    expect(estatusTras('recuperar', 'verificada', { ...tras, capturado: 'completa' })).toBe('verificada')
  })
})

describe('verificar', () => {
  const validated = captura({ estatusCaptura: 'validada' })

  test('waits for the signed form to be reviewed, and does not follow a rejected one', () => {
    expect(razonesContra('verificar', situacion({ captura: validated }))).toEqual([])
    for (const consentimiento of ['pendiente', 'rechazado'] as const) {
      expect(razonesContra('verificar', situacion({ captura: validated, completeness: { ...whole, consentimiento } }))).toHaveLength(1)
    }
  })

  test('is another person’s where one observed', () => {
    const secciones = [seccion({ estatus: 'validada', observaciones: [{ creadaPor: 'una', respondida: true }] })]
    expect(razonesContra('verificar', situacion({ captura: validated, secciones }))).toEqual([
      'Usted observó la sección «Propuestas»: la verifica otra persona revisora.',
    ])
    expect(razonesContra('verificar', situacion({ captura: validated, secciones, cuenta: 'otra' }))).toEqual([])
  })
})

describe('estatus', () => {
  test('returns to the earlier one when the observación of a section is withdrawn', () => {
    const tras = { observaciones: [], version: 2, versionVerificada: 2 }
    expect(estatusTras('retirar', 'observada', tras)).toBe('verificada')
    expect(estatusTras('retirar', 'observada', { ...tras, versionVerificada: 1 })).toBe('validada')
    expect(estatusTras('retirar', 'observada', { ...tras, observaciones: [{ creadaPor: 'una', respondida: true }] })).toBe('completa')
  })

  test('follows the sections for the whole captura', () => {
    expect(estatusCapturaDe(['completa', 'observada'], whole)).toBe('observada')
    expect(estatusCapturaDe(['verificada', 'en_correccion'], whole)).toBe('en_correccion')
    expect(estatusCapturaDe(['verificada', 'validada'], whole)).toBe('validada')
    expect(estatusCapturaDe(['verificada'], whole)).toBe('verificada')
    expect(estatusCapturaDe(['completa'], whole)).toBe('completa')
    expect(estatusCapturaDe(['completa'], { ...whole, consentimiento: 'ninguno' })).toBe('en_captura')
    expect(estatusCapturaDe([], { ...whole, seccionesIncompletas: ['Estudios'] })).toBe('en_captura')
  })
})

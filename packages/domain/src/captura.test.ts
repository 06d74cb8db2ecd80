import { Temporal } from 'temporal-polyfill'
import {
  estatusTrasGuardar,
  razonesContraCapturar,
  razonesContraCapturarIdentidad,
  razonesContraCapturarSeccion,
  razonesContraObservar,
  razonesContraValidar,
  razonesContraVerificar,
  type CapturaState,
  type Completeness,
} from './captura.ts'

const state = (changes: Partial<CapturaState> = {}): CapturaState => ({
  estatus: 'aprobada',
  estatusCaptura: 'en_captura',
  cierreCaptura: '2024-05-29',
  zona: 'America/Mexico_City',
  ahora: Temporal.Instant.from('2024-05-29T23:59:59-06:00'),
  ...changes,
})
const whole: Completeness = { seccionesIncompletas: [], consentimiento: 'vigente' }

describe('capturar', () => {
  it('is open until the last second of the closing day, in the zone of the proceso', () => {
    expect(razonesContraCapturar(state())).toEqual([])
    expect(razonesContraCapturar(state({ ahora: Temporal.Instant.from('2024-05-30T00:00:00-06:00') }))).toEqual([
      'La captura cerró el 29 de mayo de 2024.',
    ])
  })

  it('waits while the institute reviews, and after it verified', () => {
    expect(razonesContraCapturar(state({ estatusCaptura: 'validada' }))).toHaveLength(1)
    expect(razonesContraCapturar(state({ estatusCaptura: 'verificada' }))).toHaveLength(1)
  })

  it('refuses a candidatura that is no longer in force', () => {
    expect(razonesContraCapturar(state({ estatus: 'sustituida' }))).toEqual(['La candidatura ya no está vigente.'])
  })

  it('opens only the observed section once something was observed', () => {
    const observed = state({ estatusCaptura: 'observada' })
    expect(razonesContraCapturarSeccion(observed, 'observada')).toEqual([])
    expect(razonesContraCapturarSeccion(observed, 'verificada')).toHaveLength(1)
    expect(razonesContraCapturarSeccion(observed, 'validada')).toHaveLength(1)
  })

  it('receives no identity answer before consent of treatment, nor against it', () => {
    expect(razonesContraCapturarIdentidad(true)).toEqual([])
    expect(razonesContraCapturarIdentidad(null)).toHaveLength(1)
    expect(razonesContraCapturarIdentidad(false)).toHaveLength(1)
  })
})

describe('validar', () => {
  it('is possible when every section is complete and the persona decided', () => {
    expect(razonesContraValidar(state({ estatusCaptura: 'completa' }), whole)).toEqual([])
    expect(razonesContraValidar(state({ estatusCaptura: 'completa' }), { ...whole, consentimiento: 'pendiente' })).toEqual([])
  })

  it('names each section that is missing', () => {
    const reasons = razonesContraValidar(state(), { seccionesIncompletas: ['Estudios', 'Propuestas'], consentimiento: 'ninguno' })
    expect(reasons).toEqual([
      'Falta completar la sección «Estudios».',
      'Falta completar la sección «Propuestas».',
      'Falta registrar el consentimiento de la persona.',
    ])
  })

  it('happens once', () => {
    expect(razonesContraValidar(state({ estatusCaptura: 'validada' }), whole)).toHaveLength(1)
  })
})

describe('verificar and observar', () => {
  it('follow what the actor político validated', () => {
    expect(razonesContraVerificar(state({ estatusCaptura: 'validada' }), whole)).toEqual([])
    expect(razonesContraVerificar(state({ estatusCaptura: 'completa' }), whole)).toHaveLength(1)
    expect(razonesContraObservar(state({ estatusCaptura: 'en_captura' }))).toHaveLength(1)
    expect(razonesContraObservar(state({ estatusCaptura: 'verificada' }))).toEqual([])
  })

  it('wait for the signed form to be reviewed, and do not follow a rejected one', () => {
    const validated = state({ estatusCaptura: 'validada' })
    expect(razonesContraVerificar(validated, { ...whole, consentimiento: 'pendiente' })).toHaveLength(1)
    expect(razonesContraVerificar(validated, { ...whole, consentimiento: 'rechazado' })).toHaveLength(1)
  })
})

describe('estatus after a save', () => {
  it('follows the sections', () => {
    expect(estatusTrasGuardar(['completa', 'observada'], whole)).toBe('observada')
    expect(estatusTrasGuardar(['completa'], whole)).toBe('completa')
    expect(estatusTrasGuardar(['completa'], { ...whole, consentimiento: 'ninguno' })).toBe('en_captura')
    expect(estatusTrasGuardar(['en_captura'], { ...whole, seccionesIncompletas: ['Estudios'] })).toBe('en_captura')
  })
})

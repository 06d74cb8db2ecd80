import { lecturaEnPalabras, razonesContraRelato, type LecturaContada } from './relato.ts'

const lectura = (rest: Partial<LecturaContada> = {}): LecturaContada => ({
  ...{ dispensada: false, decision: 'aprobado', cambios: null, votacion: 'unanimidad' },
  ...rest,
})

describe('a reading', () => {
  it('is told as it was: read or dispensed with, by whom it was approved, and with which changes', () => {
    expect(lecturaEnPalabras(lectura(), 'orden')).toBe('La Secretaría dio lectura al orden del día, que se aprobó por unanimidad.')
    expect(lecturaEnPalabras(lectura({ dispensada: true, votacion: 'mayoria' }), 'minuta')).toBe(
      'Se dispensó la lectura de la minuta de la sesión anterior, que se aprobó por mayoría.',
    )
    expect(lecturaEnPalabras(lectura({ decision: 'con_cambios', cambios: 'Se corrige la hora del punto 3.' }), 'acta')).toBe(
      'La Secretaría dio lectura al acta de la sesión anterior, que se aprobó por unanimidad, con los cambios siguientes: Se corrige la hora del punto 3.',
    )
  })

  it('that did not come to a vote says so', () => {
    const none = { votacion: null }
    expect(lecturaEnPalabras(lectura({ ...none, decision: 'no_hubo' }), 'acta')).toBe('No hubo acta de una sesión anterior que leer.')
    expect(lecturaEnPalabras(lectura({ ...none, decision: 'pospuesta' }), 'minuta')).toBe(
      'La aprobación de la minuta de la sesión anterior se dejó para otra sesión.',
    )
  })
})

describe('what was dealt with', () => {
  const told = { orden: lectura(), anterior: null, puntos: [{ puntoId: 'a', tratado: null, intervenciones: [] }] }

  it('may be told in part: a blank is no reason against it', () => {
    expect(razonesContraRelato(told, [{ id: 'a' }])).toEqual([])
    expect(razonesContraRelato({ orden: null, anterior: null, puntos: [] }, [{ id: 'a' }])).toEqual([])
  })

  it('is refused without its vote, without its changes, or of an item that is not there', () => {
    const anterior = lectura({ decision: 'con_cambios', votacion: null })
    expect(razonesContraRelato({ ...told, anterior }, [])).toEqual([
      'El documento de la sesión anterior: falta decir si fue por unanimidad o por mayoría.',
      'El documento de la sesión anterior: falta decir con qué cambios se aprobó.',
      'Se cuenta un punto que no está en el orden del día.',
    ])
    expect(razonesContraRelato({ ...told, orden: lectura({ decision: 'pospuesta', votacion: null }) }, [{ id: 'a' }])).toEqual([
      'El orden del día se aprueba, con cambios o sin ellos.',
    ])
  })
})

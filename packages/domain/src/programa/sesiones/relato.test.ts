import { anteriorLeido, lecturaEnPalabras, ORDEN_LEIDO, razonesContraRelato, type LecturaAnterior, type RelatoState } from './relato.ts'

const lectura = (rest: Partial<LecturaAnterior> = {}): LecturaAnterior => ({
  ...{ dispensada: false, decision: 'aprobado', cambios: null, votacion: 'unanimidad' },
  ...rest,
})
const STATE: RelatoState = {
  agenda: [{ id: 'a' }],
  votantes: [
    { id: 'p', nombre: 'Paula' },
    { id: 'i', nombre: 'Iván' },
  ],
  porAprobar: ['s1'],
}

describe('a reading', () => {
  it('is told as it was: read or dispensed with, by whom it was approved, and with which changes', () => {
    expect(lecturaEnPalabras(lectura(), ORDEN_LEIDO)).toBe('La Secretaría dio lectura al orden del día, que se aprobó por unanimidad.')
    expect(lecturaEnPalabras(lectura({ dispensada: true, votacion: 'mayoria' }), anteriorLeido('minuta', []))).toBe(
      'Se dispensó la lectura de la minuta de la sesión anterior, que se aprobó por mayoría.',
    )
    const cambios = lectura({ decision: 'con_cambios', cambios: 'Se corrige la hora del punto 3.' })
    expect(lecturaEnPalabras(cambios, anteriorLeido('acta', ['Primera Sesión Ordinaria']))).toBe(
      'La Secretaría dio lectura al acta de la Primera Sesión Ordinaria, que se aprobó por unanimidad, con los cambios siguientes: Se corrige la hora del punto 3.',
    )
  })

  it('of several papers names each', () => {
    expect(lecturaEnPalabras(lectura(), anteriorLeido('acta', ['Primera Sesión Ordinaria', 'Primera Sesión Extraordinaria']))).toBe(
      'La Secretaría dio lectura a las actas de la Primera Sesión Ordinaria y de la Primera Sesión Extraordinaria, que se aprobaron por unanimidad.',
    )
  })

  it('that did not come to a vote says so', () => {
    const none = { votacion: null }
    expect(lecturaEnPalabras(lectura({ ...none, decision: 'no_hubo' }), anteriorLeido('acta', []))).toBe(
      'No hay documento de una sesión anterior que espere aprobación.',
    )
    expect(lecturaEnPalabras(lectura({ ...none, decision: 'pospuesta' }), anteriorLeido('minuta', []))).toBe(
      'La aprobación de la minuta de la sesión anterior se dejó para otra sesión.',
    )
  })
})

describe('what was dealt with', () => {
  const told = { orden: lectura(), anterior: null, puntos: [{ puntoId: 'a', tratado: null, intervenciones: [] }] }

  it('may be told in part: a blank is no reason against it', () => {
    expect(razonesContraRelato(told, STATE)).toEqual([])
    expect(razonesContraRelato({ orden: null, anterior: null, puntos: [] }, STATE)).toEqual([])
  })

  it('is refused without its vote, without its changes, or of an item that is not there', () => {
    const anterior = lectura({ decision: 'con_cambios', votacion: null, sesiones: ['s1'] })
    expect(razonesContraRelato({ ...told, anterior }, { ...STATE, agenda: [] })).toEqual([
      'El documento de la sesión anterior: falta decir si fue por unanimidad o por mayoría.',
      'El documento de la sesión anterior: falta decir con qué cambios se aprobó.',
      'Se cuenta un punto que no está en el orden del día.',
    ])
    expect(razonesContraRelato({ ...told, orden: lectura({ decision: 'pospuesta', votacion: null }) }, STATE)).toEqual([
      'El orden del día se aprueba, con cambios o sin ellos.',
    ])
  })

  it('approves only a paper that exists and awaits approval', () => {
    const of = (anterior: LecturaAnterior, porAprobar = STATE.porAprobar) =>
      razonesContraRelato({ ...told, anterior }, { ...STATE, porAprobar }).map((reason) => reason.split(': ')[1])
    expect(of(lectura({ sesiones: ['s1'] }))).toEqual([])
    expect(of(lectura({ sesiones: [] }))).toEqual(['falta decir de qué sesión es.'])
    expect(of(lectura({ sesiones: ['otra'] }))).toEqual(['se nombra uno que no espera aprobación.'])
    expect(of(lectura({ sesiones: ['s1'] }), [])).toEqual(['no hay ninguno que espere aprobación.'])
    expect(of(lectura({ decision: 'no_hubo', votacion: null }))).toEqual(['hay uno que espera aprobación.'])
  })

  it('tells by name a vote that was not unanimous', () => {
    const of = (...votos: [string, 'a_favor' | 'en_contra' | 'ausente'][]) => {
      const orden = lectura({ votacion: 'mayoria', votos: votos.map(([integranteId, sentido]) => ({ integranteId, sentido })) })
      return razonesContraRelato({ ...told, orden }, STATE)
    }
    expect(of(['p', 'a_favor'], ['i', 'en_contra'])).toEqual([])
    expect(of(['p', 'en_contra'], ['z', 'en_contra'])).toEqual([
      'El orden del día: falta el voto de Iván.',
      'El orden del día: vota quien no asistió o no tiene voto.',
    ])
    expect(of(['p', 'a_favor'], ['i', 'a_favor'])).toEqual(['El orden del día: si todos votaron a favor, fue por unanimidad.'])
  })
})

import { bloqueaEn, razonesContraActoBloqueo, type BloqueoState } from './bloqueo.ts'

const propuesto: BloqueoState = {
  ...{
    estatus: 'propuesto',
    base: 'riesgo',
    propuestoPor: 'una',
    levantaPropuestoPor: null,
    hasta: null,
    provisionalHasta: null,
    hoy: '2030-05-02',
    cuentaId: 'otra',
  },
}
const vigente: BloqueoState = { ...propuesto, estatus: 'vigente' }

describe('a bloqueo', () => {
  it('holds once a second person confirmed it, to its last day', () => {
    expect(bloqueaEn(propuesto, '2030-05-02')).toBe(false)
    expect(bloqueaEn(vigente, '2030-05-02')).toBe(true)
    expect(['2030-05-02', '2030-05-03'].map((dia) => bloqueaEn({ ...vigente, hasta: '2030-05-02' }, dia))).toEqual([true, false])
    expect(bloqueaEn({ ...vigente, estatus: 'levantado' }, '2030-05-02')).toBe(false)
  })

  it('hides a persona at risk at once, for the days that one person may order; a second one still has to decide', () => {
    const provisional: BloqueoState = { ...propuesto, provisionalHasta: '2030-05-03' }
    expect(['2030-05-02', '2030-05-03', '2030-05-04'].map((dia) => bloqueaEn(provisional, dia))).toEqual([true, true, false])
    expect(bloqueaEn({ ...provisional, estatus: 'rechazado' }, '2030-05-02')).toBe(false)
    expect(razonesContraActoBloqueo({ ...provisional, cuentaId: 'una' }, 'confirmar')).toHaveLength(1)
    expect(razonesContraActoBloqueo(provisional, 'confirmar')).toEqual([])
  })

  it('is confirmed by another person than its proposer, who may take it back', () => {
    expect(razonesContraActoBloqueo(propuesto, 'confirmar')).toEqual([])
    expect(razonesContraActoBloqueo({ ...propuesto, cuentaId: 'una' }, 'confirmar')).toEqual([
      'Lo confirma una persona distinta de quien lo propuso.',
    ])
    expect(razonesContraActoBloqueo({ ...propuesto, cuentaId: 'una' }, 'rechazar')).toEqual([])
    expect(razonesContraActoBloqueo({ ...propuesto, hasta: '2030-05-01' }, 'confirmar')).toEqual(['Su último día ya pasó: proponga otro.'])
    expect(razonesContraActoBloqueo(vigente, 'confirmar')).toEqual(['Ya se decidió sobre esta propuesta.'])
  })

  it('is lifted by two people as well, and not before somebody proposed it', () => {
    expect(razonesContraActoBloqueo(propuesto, 'proponerLevantar')).toEqual(['Todavía no lo confirma una segunda persona.'])
    expect(razonesContraActoBloqueo(vigente, 'proponerLevantar')).toEqual([])
    expect(razonesContraActoBloqueo(vigente, 'confirmarLevantar')).toEqual(['Nadie ha propuesto levantarlo.'])
    const asked = { ...vigente, levantaPropuestoPor: 'una' }
    expect(razonesContraActoBloqueo(asked, 'proponerLevantar')).toEqual(['Ya hay quien propuso levantarlo.'])
    expect(razonesContraActoBloqueo(asked, 'confirmarLevantar')).toEqual([])
    expect(razonesContraActoBloqueo({ ...asked, cuentaId: 'una' }, 'confirmarLevantar')).toEqual([
      'Lo levanta una persona distinta de quien lo propuso.',
    ])
    expect(razonesContraActoBloqueo({ ...asked, cuentaId: 'una' }, 'mantener')).toEqual([])
    expect(razonesContraActoBloqueo({ ...asked, hasta: '2030-05-01' }, 'confirmarLevantar')).toEqual(['Ya no está vigente.'])
  })
})

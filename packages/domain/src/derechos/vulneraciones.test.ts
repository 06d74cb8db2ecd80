import {
  estatusVulneracion,
  faltasNotificacion,
  razonesContraVulneracion,
  relojVulneracion,
  type ActoVulneracion,
  type Vulneracion,
} from './vulneraciones.ts'

const ONE = 'una'
const OTHER = 'otra'

function vulneracion(
  actos: readonly (ActoVulneracion | readonly [ActoVulneracion, string])[],
  more: Partial<Vulneracion> = {},
): Vulneracion {
  const hechos = actos.map((each, at) => {
    const [acto, por] = typeof each === 'string' ? [each, ONE] : each
    return { acto, por, en: `2030-05-0${at + 1}T16:00:00.000Z` }
  })
  const contents = { que: 'Se perdió', datos: ['contacto'] as const, medidas: 'Se cerró', recomendaciones: 'Cambie', medios: 'Aquí' }
  return { ...contents, registradaPor: ONE, afectadas: 1, hechos, ...more }
}

const OUT: ActoVulneracion[] = ['confirmar_afectacion', 'proponer_notificaciones', 'confirmar_notificaciones']

describe('a breach', () => {
  it('is open until both notices are out, and its clock runs from the confirmed effect', () => {
    expect(relojVulneracion(vulneracion([]))).toBeNull()
    expect(relojVulneracion(vulneracion(['descartar_afectacion']))).toBeNull()
    const one = vulneracion([...OUT, 'enviar_garante'])
    expect([estatusVulneracion(one), relojVulneracion(one)]).toEqual(['por_enviar', { desde: '2030-05-01T16:00:00.000Z', hasta: null }])
    const both = vulneracion([...OUT, 'enviar_garante', 'enviar_personas'])
    expect([estatusVulneracion(both), relojVulneracion(both)?.hasta]).toEqual(['notificada', '2030-05-05T16:00:00.000Z'])
  })

  it('asks for the five contents and the persons before its notices are proposed', () => {
    const blank = { que: ' ', datos: [], medidas: '', recomendaciones: '', medios: '', afectadas: 0 }
    expect(faltasNotificacion(vulneracion([], blank))).toHaveLength(6)
    expect(razonesContraVulneracion('proponer_notificaciones', vulneracion(['confirmar_afectacion'], { medios: '' }), ONE)).toHaveLength(1)
    expect(razonesContraVulneracion('proponer_notificaciones', vulneracion(['confirmar_afectacion']), ONE)).toEqual([])
  })

  it('takes a second person for its notices, and to say that it affects nobody', () => {
    const proposed = vulneracion(['confirmar_afectacion', ['proponer_notificaciones', ONE]])
    expect(razonesContraVulneracion('confirmar_notificaciones', proposed, ONE)).toHaveLength(1)
    expect(razonesContraVulneracion('confirmar_notificaciones', proposed, OTHER)).toEqual([])
    expect(razonesContraVulneracion('descartar_afectacion', vulneracion([]), ONE)).toHaveLength(1)
    expect(razonesContraVulneracion('descartar_afectacion', vulneracion([]), OTHER)).toEqual([])
  })

  it('sends nothing that nobody confirmed, and each notice once', () => {
    expect(razonesContraVulneracion('enviar_garante', vulneracion(['confirmar_afectacion']), ONE)).toHaveLength(1)
    expect(razonesContraVulneracion('enviar_garante', vulneracion(OUT), ONE)).toEqual([])
    expect(razonesContraVulneracion('enviar_garante', vulneracion([...OUT, 'enviar_garante']), ONE)).toHaveLength(1)
  })

  it('found harmless at first may be confirmed later', () => {
    const later = vulneracion(['descartar_afectacion'])
    expect(razonesContraVulneracion('confirmar_afectacion', later, ONE)).toEqual([])
    expect(estatusVulneracion(vulneracion(['descartar_afectacion', 'confirmar_afectacion']))).toBe('por_redactar')
  })
})

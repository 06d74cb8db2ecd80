import {
  claveDeSustituta,
  efectosDeCambio,
  razonesContraCambiar,
  razonesContraCorregir,
  razonesContraEntrar,
  razonesContraPartidoOrigen,
  reproducirLugares,
  type HechoLugar,
} from './cambios.ts'
import { ACTOS_CAMBIO, ESTATUS_CANDIDATURA, type ActoCambio, type EstatusCandidatura } from './estatus.ts'

const TODAY = '2030-05-02'
const NOT_SAID = { efectosDesde: null, causa: null }
const state = (estatus: EstatusCandidatura, more = {}) => ({ estatus, hoy: TODAY, ultimoHecho: '2030-04-01', conOtroLugar: false, ...more })

describe('whether an act is open', () => {
  const GONE = { sustituida: ['La candidatura ya fue sustituida.'], cancelada: ['La candidatura ya fue cancelada.'] }
  const expected: Record<ActoCambio, Record<EstatusCandidatura, string[]>> = {
    sustituir: { aprobada: [], ...GONE },
    cancelar: { aprobada: [], ...GONE },
    corregir: { aprobada: [], ...GONE },
    restituir: { aprobada: ['La candidatura está vigente: no hay a qué restituirla.'], sustituida: [], cancelada: [] },
  }
  const all = ACTOS_CAMBIO.flatMap((acto) => ESTATUS_CANDIDATURA.map((estatus) => [acto, estatus] as const))

  it.each(all)('to %s a candidatura that is %s', (acto, estatus) => {
    expect(razonesContraCambiar(acto, state(estatus), NOT_SAID)).toEqual(expected[acto][estatus])
  })
})

describe('the day on which a change takes effect', () => {
  const against = (efectosDesde: string) => razonesContraCambiar('cancelar', state('aprobada'), { efectosDesde, causa: null })

  it('may be any from the last fact of the place to today', () => {
    expect(['2030-04-01', '2030-04-20', TODAY].flatMap(against)).toEqual([])
  })

  it('is not in the future, nor before the last fact', () => {
    expect(against('2030-05-03')).toEqual(['Todavía no surte efectos: se captura el día en que los surta.'])
    expect(against('2030-03-31')).toEqual(['No puede surtir efectos antes del 1 de abril de 2030, último hecho de este lugar.'])
  })
})

describe('a cause', () => {
  const causa = { clave: 'renuncia', nombre: 'Renuncia', actos: ['sustituir', 'cancelar'] as ActoCambio[] }
  const against = (acto: ActoCambio, estatus: EstatusCandidatura) =>
    razonesContraCambiar(acto, state(estatus), { efectosDesde: null, causa })

  it('serves the acts that the pack gives it to', () => {
    expect([...against('sustituir', 'aprobada'), ...against('cancelar', 'aprobada')]).toEqual([])
  })

  it('refuses a passage to another place of a person who holds none', () => {
    const passes = { ...causa, nombre: 'Pasa', conLugar: true }
    const told = (conOtroLugar: boolean) =>
      razonesContraCambiar('cancelar', state('aprobada', { conOtroLugar }), { efectosDesde: null, causa: passes })
    expect(told(true)).toEqual([])
    expect(told(false)).toEqual([
      '«Pasa» se dice de quien tiene otro lugar, y a esta persona no le queda otra candidatura vigente: primero se registra el acto por el que entra en ella.',
    ])
  })

  it('serves no other, and every reason is told at once', () => {
    expect(against('corregir', 'aprobada')).toEqual(['«Renuncia» no es causa de una corrección.'])
    expect(against('restituir', 'aprobada')).toEqual([
      'La candidatura está vigente: no hay a qué restituirla.',
      '«Renuncia» no es causa de una restitución.',
    ])
  })
})

describe('the person who enters', () => {
  it('is somebody else', () => {
    expect(razonesContraEntrar({ entra: 'p1', sale: 'p2' })).toEqual([])
    expect(razonesContraEntrar({ entra: null, sale: 'p2' })).toEqual([])
    expect(razonesContraEntrar({ entra: 'p2', sale: 'p2' })).toHaveLength(1)
  })

  it('takes the clave of the first of the place and the next turn', () => {
    expect(claveDeSustituta('DMR-01', [])).toBe('DMR-01-S1')
    expect(claveDeSustituta('DMR-01-S1', ['DMR-01-S1'])).toBe('DMR-01-S2')
    expect(claveDeSustituta('DMR-01', ['DMR-01-S1', 'DMR-01-S2'])).toBe('DMR-01-S3')
  })
})

describe('a party of origin', () => {
  const partido = (clave: string) => ({ clave, nombre: clave, tipo: 'partido' as const })
  const alianza = { postula: { clave: 'JUNTOS', nombre: 'Juntos', tipo: 'alianza' as const }, integrantes: ['A', 'B'] }
  const sola = { postula: { clave: 'X', nombre: 'X', tipo: 'independiente' as const }, integrantes: [] }

  const sole = { postula: partido('A'), integrantes: [] }
  const unknown = { ...alianza, integrantes: [] }

  it('is a member of the alianza, the party itself, or nobody where nobody is asked for', () => {
    const fine = [
      [partido('A'), alianza],
      [partido('C'), unknown],
      [partido('A'), sole],
      [null, sole],
      [null, sola],
    ] as const
    expect(fine.flatMap(([origin, place]) => razonesContraPartidoOrigen(origin, place))).toEqual([])
  })

  it('is nobody else', () => {
    const wrong = [
      [partido('C'), alianza],
      [alianza.postula, alianza],
      [null, alianza],
      [partido('B'), sole],
      [partido('A'), sola],
    ] as const
    expect(wrong.map(([origin, place]) => razonesContraPartidoOrigen(origin, place))).toEqual([
      ['C no es parte de Juntos en esta contienda.'],
      ['Juntos no es parte de Juntos en esta contienda.'],
      ['Falta el partido de origen: postula una alianza.'],
      ['B no es parte de A en esta contienda.'],
      ['Una candidatura independiente no tiene partido de origen.'],
    ])
  })
})

describe('a correction', () => {
  it('changes something and is backed by something', () => {
    expect(razonesContraCorregir({ diferencias: 1, respaldo: true })).toEqual([])
    expect(razonesContraCorregir({ diferencias: 0, respaldo: false })).toEqual([
      'No hay nada que corregir: los datos ya dicen eso.',
      'Hace falta el acuerdo o el documento que la acredite.',
    ])
  })
})

describe('the effects, as sentences', () => {
  const efectos = {
    nombre: 'Ana Uno',
    lugar: 'propietaria de la fórmula 1',
    efectosDesde: '2030-05-01',
    acuerdo: 'VC/1',
    entra: { nombre: 'Eva Dos', conserva: 'suplente' },
    sale: { nombre: 'Iris Tres', dejo: 'suplente' },
    diferencias: [{ campo: 'apodo', antes: null, despues: 'La Uno' }],
    cambiaResponsable: true,
  }

  it.each<[ActoCambio, string[]]>([
    [
      'sustituir',
      [
        'La candidatura de Ana Uno queda sustituida desde el 1 de mayo de 2030.',
        'Eva Dos ocupa su lugar: propietaria de la fórmula 1, aprobado por el acuerdo VC/1.',
        'Su plazo de captura empezará cuando se entregue su cuenta.',
        'Eva Dos conserva además su lugar de suplente hasta que otro acto lo cambie: mientras tanto se publica en los dos.',
        'Lo que haya capturado en su lugar de suplente no pasa a éste: aquí empieza de nuevo.',
      ],
    ],
    [
      'cancelar',
      [
        'La candidatura de Ana Uno queda cancelada desde el 1 de mayo de 2030: nadie ocupa su lugar, propietaria de la fórmula 1.',
        'Las demás candidaturas de su planilla o lista siguen como están.',
      ],
    ],
    [
      'corregir',
      ['Apodo: «vacío» pasa a «La Uno».', 'Capturará otro actor político, y su plazo empezará cuando se le entreguen las cuentas.'],
    ],
    [
      'restituir',
      [
        'La candidatura de Ana Uno vuelve a su lugar, propietaria de la fórmula 1 desde el 1 de mayo de 2030.',
        'La candidatura de Iris Tres deja el lugar y queda sustituida.',
        'Iris Tres había dejado su lugar de suplente: queda sin ninguno, y para que lo recupere hace falta otro acto.',
      ],
    ],
  ])('are told for %s', (acto, sentences) => {
    expect(efectosDeCambio(acto, efectos)).toEqual(sentences)
  })

  it('say less while less is known', () => {
    const little = { ...efectos, efectosDesde: null, acuerdo: null, entra: null, sale: null, cambiaResponsable: false, diferencias: [] }
    expect(ACTOS_CAMBIO.map((acto) => efectosDeCambio(acto, little).length)).toEqual([3, 2, 0, 1])
  })
})

describe('the story of a fórmula, replayed', () => {
  const hecho = (tipo: HechoLugar['tipo'], entra: string | null, sale: string | null = null): HechoLugar => ({
    tipo,
    calidad: 'propietaria',
    entra,
    sale,
  })

  it('ends with the holder of each place', () => {
    const story = [hecho('registro', 'a'), hecho('sustitucion', 'b', 'a'), hecho('correccion', null), hecho('restitucion', 'a', 'b')]
    expect(reproducirLugares([...story, { ...hecho('registro', 's'), calidad: 'suplente' }])).toEqual({ propietaria: 'a', suplente: 's' })
    expect(reproducirLugares([...story, hecho('cancelacion', null, 'a')])).toEqual({})
  })

  it('breaks where somebody leaves a place that she does not hold', () => {
    expect(() => reproducirLugares([hecho('registro', 'a'), hecho('cancelacion', null, 'b')])).toThrow('does not hold')
  })
})

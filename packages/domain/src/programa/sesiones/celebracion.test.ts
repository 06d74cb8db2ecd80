import { Temporal } from 'temporal-polyfill'
import { razonesContraCelebrar, type CelebracionPropuesta, type CelebracionState, type PuntoCelebrado } from './celebracion.ts'
import type { Encargo } from './encargos.ts'
import { quorumDe } from './quorum.ts'
import type { ReglasSesionPack } from './reglas.ts'
import { contarVotos, type SentidoVoto } from './votacion.ts'

const REGLAS: ReglasSesionPack = {
  quorum: { masDe: [1, 2], presidencia: true },
  mayoria: { masDe: [1, 2], de: 'presentes' },
  votoCalidad: false,
  convocatoriaHoras: { ordinaria: 72, extraordinaria: 24, extraordinaria_urgente: null },
  fuente: 'Inventado para las pruebas',
  confianza: 'alta',
}
const ORGANO = [
  { id: 'p', nombre: 'Presidenta', ejerce: 'presidencia' as Encargo, voto: true },
  { id: 'a', nombre: 'Ana', ejerce: 'integrante' as Encargo, voto: true },
  { id: 'b', nombre: 'Bruno', ejerce: 'integrante' as Encargo, voto: true },
  { id: 's', nombre: 'Secretario', ejerce: 'secretaria_ejecutiva' as Encargo, voto: false },
]

describe('quorum', () => {
  const with_ = (present: string, reglas = REGLAS) =>
    quorumDe(
      reglas,
      ORGANO.map((each) => ({ ...each, presente: present.includes(each.id) })),
    )

  it('is more than half of those with vote, and the presidencia', () => {
    expect(with_('pas')).toEqual({ hay: true, conVoto: 3, necesarios: 2, presentes: 2, razones: [] })
    expect(with_('ps').razones).toEqual(['Con voto hay 1, y el quórum pide 2.'])
    expect(with_('ab').razones).toEqual(['Falta quien presida.'])
    expect(with_('ab', { ...REGLAS, quorum: { masDe: [1, 2], presidencia: false } }).hay).toBe(true)
  })

  it('is none where nobody with vote is registered', () => {
    expect(quorumDe(REGLAS, []).razones[0]).toMatch(/registre antes/)
  })
})

describe('a vote', () => {
  const vote = (senses: string, reglas: Partial<ReglasSesionPack> = {}) => {
    const sentidos: Record<string, SentidoVoto> = { f: 'a_favor', c: 'en_contra', n: 'abstencion', x: 'ausente' }
    const votos = [...senses].map((letter, at) => ({
      sentido: sentidos[letter] as SentidoVoto,
      ejerce: (at === 0 ? 'presidencia' : 'integrante') as Encargo,
    }))
    const { resultado, calidad } = contarVotos({ ...REGLAS, ...reglas }, votos)
    return calidad ? `${resultado}, by the presidencia` : resultado
  }
  const ofAll = { mayoria: { masDe: [1, 2] as const, de: 'integrantes' as const } }

  it.each([
    ['fff', 'aprobado'],
    ['ffc', 'aprobado'],
    ['fcc', 'rechazado'],
    ['fcn', 'rechazado'],
    ['fxx', 'aprobado'],
    ['xxx', 'rechazado'],
    ['fc', 'rechazado'],
  ])('%s is %s by the majority of those present', (senses, outcome) => {
    expect(vote(senses)).toBe(outcome)
  })

  it('by the majority of all counts the absent too', () => {
    expect([vote('fxx', ofAll), vote('ffx', ofAll)]).toEqual(['rechazado', 'aprobado'])
  })

  it('that ties is decided by the presidencia only where the pack says so, and only if it takes a side', () => {
    const quality = { votoCalidad: true }
    expect(vote('fc', quality)).toBe('aprobado, by the presidencia')
    expect(vote('cf', quality)).toBe('rechazado, by the presidencia')
    expect(vote('nfc', quality)).toBe('rechazado')
    expect(vote('ffc', quality)).toBe('aprobado')
  })
})

describe('a sesión that was held', () => {
  const state: CelebracionState = {
    tipo: 'extraordinaria',
    fecha: '2030-05-01',
    zona: 'America/Tijuana',
    ahora: Temporal.Instant.from('2030-05-02T10:00:00-07:00'),
    reglas: REGLAS,
    integrantes: ORGANO,
    puntos: [
      { id: 'lista', titulo: 'Lista de asistencia', seVota: false },
      { id: 'plan', titulo: 'Plan de trabajo', seVota: true },
    ],
  }
  const VOTO: PuntoCelebrado = {
    puntoId: 'plan',
    retirado: false,
    votadoEn: '2030-05-01T11:00:00-07:00',
    votos: ['p', 'a', 'b'].map((integranteId) => ({ integranteId, sentido: 'a_favor' })),
  }
  const told = (rest: Partial<CelebracionPropuesta> = {}, voto: Partial<PuntoCelebrado> = {}) =>
    razonesContraCelebrar(state, {
      inicio: '2030-05-01T10:30:00-07:00',
      fin: '2030-05-01T12:00:00-07:00',
      asistencia: ORGANO.map(({ id }) => ({ integranteId: id, presente: true })),
      puntos: [
        { puntoId: 'lista', retirado: false, votadoEn: null, votos: [] },
        { ...VOTO, ...voto },
      ],
      ...rest,
    })
  const attendance = (present: string) => ORGANO.map(({ id }) => ({ integranteId: id, presente: present.includes(id) }))
  const voting = (senses: Record<string, SentidoVoto>) =>
    Object.entries(senses).map(([integranteId, sentido]) => ({ integranteId, sentido }))

  it('is told whole', () => {
    expect(told()).toEqual([])
  })

  it.each([
    [
      'on another day',
      { inicio: '2030-04-30T23:59:00-07:00' },
      'La sesión se convocó para el 1 de mayo de 2030: no pudo empezar el 30 de abril de 2030.',
    ],
    ['ending before it began', { fin: '2030-05-01T10:00:00-07:00' }, 'No pudo terminar antes de empezar.'],
    ['not over yet', { fin: '2030-05-02T10:01:00-07:00' }, 'Todavía no llega la hora en que terminó.'],
    ['without quorum', { asistencia: attendance('ps') }, 'Con voto hay 1, y el quórum pide 2.'],
    [
      'with somebody from elsewhere',
      { asistencia: [...attendance('pabs'), { integranteId: 'z', presente: true }] },
      'La lista nombra a quien no integraba el órgano el 1 de mayo de 2030.',
    ],
    ['with somebody untold', { asistencia: attendance('pabs').slice(0, 3) }, 'Falta decir si asistió Secretario.'],
    ['with nothing of its agenda', { puntos: [] }, 'Lo celebrado debe decir qué pasó con cada punto del orden del día, una vez.'],
  ] as [string, Partial<CelebracionPropuesta>, string][])('%s is refused', (_title, rest, reason) => {
    expect(told(rest)).toContain(reason)
  })

  it.each([
    ['outside the sesión', { votadoEn: '2030-05-01T12:01:00-07:00' }, 'la hora del voto no está dentro de la sesión.'],
    ['without its hour', { votadoEn: null }, 'falta la hora del voto.'],
    ['of somebody without vote', { votos: voting({ p: 'a_favor', a: 'a_favor', b: 'a_favor', s: 'a_favor' }) }, 'Secretario no vota.'],
    [
      'of somebody from elsewhere',
      { votos: voting({ p: 'a_favor', a: 'a_favor', b: 'a_favor', z: 'a_favor' }) },
      'quien no integra el órgano no vota.',
    ],
    ['that leaves one out', { votos: voting({ p: 'a_favor', a: 'a_favor' }) }, 'falta el voto de Bruno.'],
    ['on what was taken off the agenda', { retirado: true }, 'no lleva votos.'],
  ] as [string, Partial<PuntoCelebrado>, string][])('a vote %s is refused', (_title, voto, reason) => {
    expect(told({}, voto)).toEqual([`Punto 3: ${reason}`])
  })

  it('counts no vote of an absent member', () => {
    expect(told({ asistencia: attendance('pas') })).toEqual(['Punto 3: Bruno no asistió y no puede votar.'])
    expect(told({ asistencia: attendance('pas') }, { votos: voting({ p: 'a_favor', a: 'a_favor', b: 'ausente' }) })).toEqual([])
  })
})

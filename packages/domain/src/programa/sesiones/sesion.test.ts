import { Temporal } from 'temporal-polyfill'
import {
  ACTOS_SESION,
  advertenciasConvocatoria,
  ESTATUS_SESION,
  inicioSesion,
  limitesConvocatoria,
  nombreSesion,
  razonesContraActo,
  razonesContraFechaSesion,
  VIDA_SESION,
  type EstatusSesion,
} from './sesion.ts'
import { TIPOS_SESION } from './reglas.ts'

const FINAL: EstatusSesion[] = ['celebrada', 'cancelada']

describe('the day of a sesión that was held', () => {
  const inicio = Temporal.Instant.from('2030-05-10T17:00:00Z')
  const state = { anio: 2030, convocadaEn: inicio, actaFecha: '2030-05-10' }

  it('may be that of its convocatoria and of its acta', () => {
    expect(razonesContraFechaSesion(state, { fecha: '2030-05-10', inicio })).toEqual([])
    expect(razonesContraFechaSesion({ ...state, convocadaEn: null, actaFecha: null }, { fecha: '2030-01-01', inicio })).toEqual([])
  })

  it('is of the year of its number, not before its convocatoria, and not after its acta', () => {
    const early = inicio.subtract({ nanoseconds: 1 })
    expect(razonesContraFechaSesion(state, { fecha: '2031-05-11', inicio: early })).toEqual([
      'Su número es de 2030: no puede ser de otro año.',
      'No pudo empezar antes de su convocatoria.',
      'Su documento firmado es del 10 de mayo de 2030: no pudo ser después.',
    ])
  })
})

describe('the life of a sesión', () => {
  it('reaches every estatus from the first, and leads from each to an end', () => {
    const next = (from: EstatusSesion): EstatusSesion[] => Object.values(VIDA_SESION[from])
    const reachable = (from: EstatusSesion, seen = new Set([from])): Set<EstatusSesion> => {
      for (const each of next(from)) if (!seen.has(each)) reachable(each, seen.add(each))
      return seen
    }
    expect([...reachable('programada')].sort()).toEqual([...ESTATUS_SESION].sort())
    for (const estatus of ESTATUS_SESION) expect([...reachable(estatus)].some((each) => FINAL.includes(each))).toBe(true)
  })

  it('has no estatus without a way out, but the final ones', () => {
    for (const estatus of ESTATUS_SESION) {
      const leaves = Object.values(VIDA_SESION[estatus]).some((next) => next !== estatus)
      expect([estatus, leaves]).toEqual([estatus, !FINAL.includes(estatus)])
    }
  })

  it('gives a reason for every act that an estatus does not know', () => {
    const state = { hora: '10:00', puntos: 1, llego: true, conCelebracion: true, conActa: false }
    for (const estatus of ESTATUS_SESION)
      for (const acto of ACTOS_SESION)
        expect(razonesContraActo({ estatus, ...state }, acto)).toHaveLength(VIDA_SESION[estatus][acto] === undefined ? 1 : 0)
  })

  it('is called with an hour and an agenda', () => {
    expect(
      razonesContraActo({ estatus: 'programada', hora: null, puntos: 0, llego: false, conCelebracion: false, conActa: false }, 'convocar'),
    ).toEqual(['Falta la hora de la sesión.', 'Falta el orden del día.'])
  })

  it('is not told as held before its day, but may be put off or cancelled', () => {
    const early = { estatus: 'convocada', hora: '10:00', puntos: 1, llego: false, conCelebracion: false, conActa: false } as const
    expect(razonesContraActo(early, 'celebrar')).toEqual(['Todavía no llega su día.'])
    for (const acto of ['diferir', 'cancelar'] as const) expect(razonesContraActo(early, acto)).toEqual([])
  })

  it('is not corrected where nobody recorded the sesión', () => {
    const told = { estatus: 'celebrada', hora: null, puntos: 0, llego: true, conCelebracion: false, conActa: false } as const
    expect(razonesContraActo(told, 'corregir')).toHaveLength(1)
  })
})

describe('a convocatoria', () => {
  const reglas = {
    convocatoriaHoras: { ordinaria: 48, extraordinaria: null, extraordinaria_urgente: 0 },
    confianza: 'por_confirmar',
  } as const
  const convocadaEn = Temporal.Instant.from('2030-05-01T10:00:00-07:00')
  const told = (tipo: 'ordinaria' | 'extraordinaria' | 'extraordinaria_urgente', fecha: string) =>
    advertenciasConvocatoria(reglas, { tipo, convocadaEn, iniciaEn: inicioSesion({ fecha, hora: '10:00' }, 'America/Tijuana') })

  it('warns when less time lies between than the rule asks, and says that nobody confirmed the rule', () => {
    expect(told('ordinaria', '2030-05-03')).toEqual([])
    expect(told('ordinaria', '2030-05-02')).toEqual([
      'Entre la convocatoria y la sesión median 24 horas, y la regla del órgano pide 48, plazo por confirmar.',
    ])
    expect(told('ordinaria', '2030-04-30')).toEqual([
      'La hora de la sesión es anterior a la de su convocatoria; la regla del órgano pide 48, plazo por confirmar.',
    ])
  })

  it('says where no term is known, and asks none where the rule asks none', () => {
    expect(told('extraordinaria', '2030-05-02')).toHaveLength(1)
    expect(told('extraordinaria_urgente', '2030-05-01')).toEqual([])
  })
})

it('is convened at the latest the hours of the rule before it begins, for each kind whose term is known', () => {
  const horas = { convocatoriaHoras: { ordinaria: 72, extraordinaria: 24, extraordinaria_urgente: null } }
  const iniciaEn = Temporal.Instant.from('2030-05-04T17:00:00Z')
  expect(limitesConvocatoria(horas, { tipos: TIPOS_SESION, iniciaEn }).map(({ tipo, limite }) => [tipo, limite.toString()])).toEqual([
    ['ordinaria', '2030-05-01T17:00:00Z'],
    ['extraordinaria', '2030-05-03T17:00:00Z'],
  ])
})

it('has a name', () => {
  expect(nombreSesion({ tipo: 'extraordinaria_urgente', numero: 3, anio: 2024 })).toBe('3.ª sesión extraordinaria urgente de 2024')
})

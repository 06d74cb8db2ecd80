import { Temporal } from 'temporal-polyfill'
import type { CuestionarioDocument } from '@conoceles/cuestionarios'
import {
  checkRespuestas,
  compileCuestionario,
  contarSinBlancos,
  faltantesDe,
  fueraDeEdad,
  nadaPorEdad,
  paraEdad,
} from '@conoceles/cuestionarios'
import { edadEn } from '@conoceles/domain'
import { generateSimulacro } from './generate-simulacro.ts'
import { opcionesDe } from './opciones.ts'
import type { CapturaSimulada, SeccionSimulada } from './types.ts'
import { pack } from '../../../../tests/support/paquete.ts'

const ahora = opcionesDe(pack).inicio
const simulacro = generateSimulacro(pack, { semilla: 2024, total: 4163, ahora })
const cuestionarios = pack.cuestionarios.map((each) => compileCuestionario(each as CuestionarioDocument))
const nacimientos = new Map(simulacro.personas.map(({ id, fechaNacimiento }) => [id, fechaNacimiento]))
/** Full years on election day, by candidatura. */
const edades = new Map(
  simulacro.candidaturas.map(({ clave, personaId }) => [clave, edadEn(nacimientos.get(personaId) ?? '', pack.jornada)]),
)
const contiendaOf = new Map(simulacro.candidaturas.map(({ clave, contienda }) => [clave, contienda]))
const contiendas = new Map(pack.contiendas.map((contienda) => [contienda.clave, contienda]))
/** First midnight after the delivery of the accounts, by cargo. */
const inicios = new Map(pack.cargos.map(({ clave, tipoEleccion }) => [clave, inicioDe(tipoEleccion)]))
const FINISHED = ['completa', 'validada', 'observada', 'en_correccion', 'verificada']
const finished = simulacro.capturas.filter(({ estatus }) => FINISHED.includes(estatus))

describe('capturas', () => {
  const share = (estatus: string) => simulacro.capturas.filter((captura) => captura.estatus === estatus).length / 4163

  test('a third is not captured, most of the rest is verified, and every state occurs', () => {
    expect(share('sin_captura')).toBeCloseTo(1 / 3, 2)
    expect(share('verificada')).toBeGreaterThan(0.4)
    for (const estatus of ['en_captura', 'completa', 'validada', 'observada']) expect(share(estatus)).toBeGreaterThan(0.02)
  })

  test('every respuesta is one that the server accepts', () => {
    for (const { captura, cuestionario, seccion, todas } of sectionsOf(simulacro.capturas)) {
      const errors = checkRespuestas(cuestionario, seccion.clave, seccion.respuestas, todas)
      if (errors.length > 0) throw new Error(`${captura.candidatura} ${seccion.clave}: ${JSON.stringify(errors)}`)
    }
  })

  test('nobody answers what is not asked at her age', () => {
    const asked = sectionsOf(simulacro.capturas).filter(({ seccion }) => seccion.clave === 'joven' || seccion.clave === 'mayor')
    const beside = asked.filter(({ captura, cuestionario, seccion }) =>
      fueraDeEdad(cuestionario, edades.get(captura.candidatura) ?? null).some((campo) => Object.hasOwn(seccion.respuestas, campo)),
    )
    expect(beside).toEqual([])
    expect(asked.filter(({ seccion }) => Object.keys(seccion.respuestas).length > 0).length).toBeGreaterThan(500)
  })

  test('finished sections lack nothing, and the others lack something', () => {
    for (const { captura, cuestionario, seccion, todas } of sectionsOf(simulacro.capturas)) {
      const lacks = faltantesDe(cuestionario, seccion.clave, seccion.respuestas, todas).length > 0
      expect([captura.candidatura, seccion.clave, lacks]).toEqual([
        captura.candidatura,
        seccion.clave,
        ['vacia', 'en_captura'].includes(seccion.estatus) && !nadaPorEdad(cuestionario, seccion.clave),
      ])
    }
    for (const { estatus, secciones } of simulacro.capturas) {
      if (estatus === 'en_captura') expect(secciones.some((seccion) => ['vacia', 'en_captura'].includes(seccion.estatus))).toBe(true)
    }
  })

  test('most choose topics that they wrote about, and some choose none', () => {
    const written = finished.flatMap(({ secciones }) =>
      secciones.filter(({ clave }) => clave === 'propuestas').map(({ respuestas }) => respuestas),
    )
    const chosen = written.filter(({ temas_propuestas: temas }) => temas !== undefined)
    expect(chosen.length / written.length).toBeGreaterThan(0.6)
    expect(chosen.length / written.length).toBeLessThan(0.85)
    const named = (tema: string) => chosen.filter(({ temas_propuestas: temas }) => (temas as string[]).includes(tema))
    for (const { propuesta_1: una, propuesta_2: otra } of named('Agua')) expect(`${String(una)} ${String(otra)}`).toMatch(/agua|fugas/u)
    expect(named('Seguridad').length).toBeGreaterThan(20)
  })

  test('identity answers are there only with consent to their treatment', () => {
    for (const { secciones, consentimiento } of simulacro.capturas) {
      const answered = secciones.some(({ cuestionario, respuestas }) => cuestionario === 'identidad' && Object.keys(respuestas).length > 0)
      if (answered) expect(consentimiento?.tratamiento).toBe(true)
    }
    const choices = finished.map(({ consentimiento }) => JSON.stringify([consentimiento?.publicacion, consentimiento?.estadistica]))
    expect(new Set(choices).size).toBe(4)
  })

  test('the steps follow one another, in the evening at the latest, after the accounts were delivered and before now', () => {
    for (const { estatus, capturadaEn, validadaEn, verificadaEn, observaciones, candidatura } of simulacro.capturas) {
      const rounds = observaciones.map(({ creadaEn }) => creadaEn)
      const steps = [capturadaEn, validadaEn, verificadaEn, ...rounds].filter((step) => step != null)
      const start = inicios.get(contiendas.get(contiendaOf.get(candidatura) ?? '')?.cargo ?? '') ?? ''
      expect([start, ...steps, inUtc(ahora)].every((step, index, all) => index === 0 || (all[index - 1] ?? '') < step)).toBe(true)
      expect(validadaEn !== null).toBe(['validada', 'observada', 'en_correccion', 'verificada'].includes(estatus))
      if (estatus === 'verificada') expect(verificadaEn).not.toBeNull()
    }
  })

  test('some observaciones are in their second round, and after publication one waits, one is corrected and one is paused', () => {
    const second = simulacro.capturas.filter(({ observaciones }) => observaciones.length === 2)
    expect(second.length).toBeGreaterThan(5)
    for (const { observaciones } of second) expect(observaciones.map(({ respuesta }) => respuesta !== null)).toEqual([true, false])
    const asked = simulacro.capturas.flatMap(({ solicitud }) => (solicitud ? [solicitud.aceptada !== null] : []))
    expect(asked).toEqual([false, true])
    const paused = simulacro.capturas.filter(({ pausa }) => pausa !== null)
    expect(paused.map(({ estatus, pausa }) => [estatus, pausa?.hasta])).toEqual([
      ['verificada', Temporal.PlainDate.from(ahora).add({ days: 5 }).toString()],
    ])
    const correcting = simulacro.capturas.filter(({ estatus }) => estatus === 'en_correccion')
    expect(correcting.map(({ secciones }) => secciones.filter(({ estatus }) => estatus === 'en_correccion').length)).toEqual([1])
  })

  test('an observación stands on one curricular section, with a ground of the catalogue that is for sections', () => {
    const grounds = pack.supuestos
      .filter(({ catalogo }) => ['seccion', 'general'].includes(catalogo?.objeto ?? ''))
      .map(({ clave }) => clave)
    for (const { observaciones, secciones } of simulacro.capturas.filter(({ estatus }) => estatus === 'observada')) {
      const observacion = observaciones.at(-1)
      expect(grounds).toContain(observacion?.supuesto)
      const observed = secciones.filter(({ estatus }) => estatus === 'observada')
      expect(observed.map(({ cuestionario, clave }) => [cuestionario, clave])).toEqual([[observacion?.cuestionario, observacion?.seccion]])
    }
  })

  test('portraits fit the person', () => {
    for (const [index, { retrato }] of simulacro.capturas.entries()) {
      const sexo = simulacro.personas[index]?.sexo
      if (retrato !== null && sexo !== 'no_binario') expect(simulacro.retratos[retrato]?.sexo).toBe(sexo)
    }
  })
})

describe('texts', () => {
  const textsOf = (campo: string) =>
    finished.flatMap(({ secciones }) => secciones.flatMap(({ respuestas }) => respuestas[campo] ?? [])).map(String)
  const quantile = (lengths: number[], q: number) => lengths.sort((a, b) => a - b)[Math.floor(lengths.length * q)] ?? 0

  test('histories are as long as the real ones', () => {
    const lengths = textsOf('historia_profesional').map((text) => text.length)
    expect(Math.abs(quantile(lengths, 0.5) - 409)).toBeLessThan(25)
    expect(Math.abs(quantile(lengths, 0.95) - 1518)).toBeLessThan(80)
  })

  test('proposals reach their limit of 1,600 and never pass it', () => {
    const lengths = textsOf('propuesta_1').map(contarSinBlancos)
    expect(Math.max(...lengths)).toBeGreaterThan(1_550)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(1_600)
  })

  test.each(['historia_profesional', 'trayectoria', 'motivo', 'propuesta_1', 'propuesta_2', 'propuesta_genero'])(
    '%s: nearly none repeats another',
    (campo) => {
      const texts = textsOf(campo)
      expect(new Set(texts).size).toBeGreaterThan(texts.length * 0.998)
    },
  )

  test('no template shows through, and no address could be anybody’s', () => {
    const all = JSON.stringify(simulacro.capturas)
    expect(all).not.toMatch(/[{[|][a-zA-Z]+[}\]|]|undefined|\ba el\b|\bde el\b/)
    expect(all.match(/[\w.-]+@[\w.-]+/g)?.every((mail) => mail.endsWith('@example.org'))).toBe(true)
    expect(all.match(/https?:\/\/[^"\s]+/g)?.every((url) => /^https:\/\/[\w.-]+\.example\.org(\/|$)/.test(url))).toBe(true)
    expect(all.match(/(?<=")\d{10}(?=")/g)?.every((phone) => phone.startsWith('777000'))).toBe(true)
  })

  test('some drafts are shorter than the minimum', () => {
    const drafts = simulacro.capturas.filter(({ estatus }) => estatus === 'en_captura').flatMap(({ secciones }) => secciones)
    const short = drafts.filter(({ respuestas }) => contarSinBlancos(String(respuestas['historia_profesional'] ?? 'x'.repeat(280))) < 280)
    expect(short.length).toBeGreaterThan(30)
  })
})

describe('canaries', () => {
  const canarios = new Map(simulacro.canarios.map((canario) => [canario.candidatura, canario]))
  const capturas = simulacro.capturas.filter(({ candidatura }) => canarios.has(candidatura))

  test('are at least twelve, in different contiendas of every cargo, most of them verified', () => {
    const places = simulacro.candidaturas.filter(({ clave }) => canarios.has(clave)).map(({ contienda }) => contienda)
    expect(places.length).toBeGreaterThanOrEqual(12)
    expect(new Set(places).size).toBe(places.length)
    expect(new Set(places.map((place) => contiendas.get(place)?.cargo)).size).toBe(pack.cargos.length)
    expect(capturas.filter(({ estatus }) => estatus === 'verificada').length).toBeGreaterThanOrEqual(8)
  })

  test('refused publication and are registered under no acción afirmativa', () => {
    expect(capturas.every(({ consentimiento }) => consentimiento?.publicacion === false)).toBe(true)
    expect(simulacro.candidaturas.filter(({ clave }) => canarios.has(clave)).every((each) => each.accionAfirmativa === null)).toBe(true)
  })

  test('carry marks in every private free text, in the private address and in the date of birth', () => {
    const verified = capturas.find(({ estatus }) => estatus === 'verificada')
    const { valores = [] } = canarios.get(verified?.candidatura ?? '') ?? {}
    const private_ = [...(cuestionarios[1]?.questions ?? [])]
      .filter(([, question]) => question.type === 'string' && !question.enum)
      .map(([campo]) => campo)
    for (const campo of private_) expect(valores.some((valor) => valor.endsWith(`-${campo}`))).toBe(true)
    expect(valores.some((valor) => /^canario-\d+@example\.org$/.test(valor))).toBe(true)
    expect(valores.some((valor) => /^\d{4}-\d{2}-\d{2}$/.test(valor))).toBe(true)
  })

  test('nobody else carries a mark, and no public answer of theirs does', () => {
    const others = simulacro.capturas.filter(({ candidatura }) => !canarios.has(candidatura))
    expect(JSON.stringify(others)).not.toMatch(/canario/i)
    for (const { cuestionario, seccion } of sectionsOf(capturas)) {
      for (const [campo, value] of Object.entries(seccion.respuestas)) {
        if (cuestionario.questions.get(campo)?.['x-publico'] === true) expect(String(value)).not.toMatch(/canario/i)
      }
    }
  })
})

function inicioDe(tipoEleccion: string): string {
  const entrega = pack.tiposEleccion.find(({ clave }) => clave === tipoEleccion)?.entregaCuentas ?? ''
  return inUtc(Temporal.PlainDate.from(entrega).add({ days: 1 }).toZonedDateTime(pack.zona).toString({ timeZoneName: 'never' }))
}

/** Up to the minute: "2024-04-20T16:00". */
function inUtc(instant: string): string {
  return Temporal.Instant.from(instant).toString().slice(0, 16)
}

type Compiled = (typeof cuestionarios)[number]

function sectionsOf(
  capturas: CapturaSimulada[],
): { captura: CapturaSimulada; cuestionario: Compiled; seccion: SeccionSimulada; todas: Record<string, unknown> }[] {
  return capturas.flatMap((captura) =>
    captura.secciones.flatMap((seccion) => {
      const whole = cuestionarios.find(({ tipo }) => tipo === seccion.cuestionario)
      const cuestionario = whole && paraEdad(whole, edades.get(captura.candidatura) ?? null)
      const siblings = captura.secciones.filter((each) => each.cuestionario === seccion.cuestionario)
      return cuestionario
        ? [{ captura, cuestionario, seccion, todas: Object.assign({}, ...siblings.map(({ respuestas }) => respuestas)) }]
        : []
    }),
  )
}

import { Temporal } from 'temporal-polyfill'
import type { EstatusCandidatura } from '../estatus.ts'
import { estatusCapturaDe, estatusTras } from './estatus-tras.ts'
import { ORDENES_REVISION, versionPublica, type Completeness, type ObservacionAbierta, type OrdenRevision } from './situacion.ts'
import type { SeccionState, Situacion } from './situacion.ts'
import { actoCaptura, ACTOS_CAPTURA, razonesContra, type NombreActo } from './tabla.ts'

/**
 * Every captura that the acts can make of a blank one: two sections, two reviewers, every consentimiento, before and after the closing, in
 * both orders of publication. What was reviewed is kept apart from what the rules say of it.
 */
interface Section extends Pick<SeccionState, 'estatus' | 'version' | 'versionValidada' | 'versionVerificada' | 'correccion' | 'pausada'> {
  observaciones: ObservacionAbierta[]
  /** Versions that a reviewer had in front of her when she verified. */
  reviewed: number[]
  validated: number[]
}

interface World {
  orden: OrdenRevision
  estatus: EstatusCandidatura
  closed: boolean
  consentimiento: Completeness['consentimiento']
  secciones: Section[]
}

interface Call {
  acto: NombreActo
  cuenta: string
  index: number | null
  /** Place of the observación in its section. */
  which?: number
  capturado?: 'vacia' | 'en_captura' | 'completa'
  trasCierre?: boolean
}

const BLANK: Section = {
  estatus: 'vacia',
  version: 0,
  versionValidada: null,
  versionVerificada: null,
  observaciones: [],
  correccion: null,
  pausada: false,
  reviewed: [],
  validated: [],
}
const REVIEWERS = ['A', 'B']
const BEFORE = Temporal.Instant.from('2024-05-01T12:00:00Z')
const AFTER = Temporal.Instant.from('2024-06-01T12:00:00Z')

interface Size {
  sections: number
  /** Which of the calls are tried. */
  tries(call: Call, seccion: Section): boolean
  happenings: readonly Partial<World>[]
}

const HAPPENINGS: readonly Partial<World>[] = [
  { closed: true },
  { consentimiento: 'pendiente' },
  { consentimiento: 'vigente' },
  { consentimiento: 'rechazado' },
  { estatus: 'cancelada' },
]
const FEW: readonly NombreActo[] = ['capturar', 'observar', 'responder', 'atender', 'retirar']

/** One section with all that may lie over it; and two that decide together, the second with the acts that the whole follows from. */
const SIZES: Size[] = [
  { sections: 1, tries: ({ acto }, { observaciones }) => acto !== 'observar' || observaciones.length < 2, happenings: HAPPENINGS },
  {
    sections: 2,
    tries: ({ acto, cuenta, index, capturado = 'completa' }, { observaciones }) =>
      (acto !== 'observar' || observaciones.length === 0) &&
      capturado === 'completa' &&
      !['pausar', 'reanudar'].includes(acto) &&
      (index === 0 || (FEW.includes(acto) && cuenta !== 'A')),
    happenings: [{ closed: true }, { consentimiento: 'vigente' }],
  },
]
const CASES = ORDENES_REVISION.flatMap((orden) => SIZES.map((size) => ({ orden, ...size })))

describe.each(CASES)('the life of a captura of $sections sections, in the order $orden', (given) => {
  const { orden } = given
  const { worlds, edges, refused } = explore(given)
  const steps = [...edges].flatMap(([key, list]) =>
    list.map(({ call, to }) => ({ call, from: must(worlds.get(key)), to: must(worlds.get(to)) })),
  )
  const isTried = (acto: NombreActo) => given.sections === 1 || !['pausar', 'reanudar'].includes(acto)

  test('is walked whole', () => {
    expect(worlds.size).toBeGreaterThan(1_000)
    expect([...new Set(steps.map(({ call }) => call.acto))].sort()).toEqual([...ACTOS_CAPTURA].filter(isTried).sort())
  })

  test('no act is refused without its reasons, and what is done stays within the table', () => {
    expect(refused.size).toBeGreaterThan(10)
    for (const razones of refused) expect(razones).toMatch(/^([A-ZÁÉÍÓÚ¿][^|]+\.(\||$))+$/)
    const outside = steps.flatMap(({ call, from, to }) =>
      from.secciones.filter(({ estatus }, index) => {
        const touched = call.index === null || call.index === index
        const allowed = (touched && actoCaptura(call.acto).pasos[estatus]) || [estatus]
        return !allowed.includes(must(to.secciones[index]).estatus)
      }),
    )
    expect(outside).toEqual([])
  })

  test('no state is without an exit: from each there is a way to a captura verified and without observaciones, unless time or an acuerdo ended it', () => {
    const reached = backwards(
      edges,
      [...worlds].filter(([, world]) => isSettled(world)).map(([key]) => key),
    )
    const stuck = [...worlds].filter(([key, world]) => !reached.has(key) && !isOver(world))
    expect(stuck.map(([key]) => key)).toEqual([])
  })

  test('nothing is public that was not what the order asks for, nor while it is observed or paused', () => {
    const all = [...worlds.values()].flatMap(({ secciones }) => secciones)
    const shown = all.filter((seccion) => versionPublica(toState(seccion, 0), orden) !== null)
    const asked = ({ reviewed, validated }: Section) => (orden === 'verificar_y_publicar' ? reviewed : validated)
    expect(shown.length).toBeGreaterThan(100)
    expect(shown.filter((seccion) => !asked(seccion).includes(versionPublica(toState(seccion, 0), orden) ?? NaN))).toEqual([])
    expect(shown.filter(({ observaciones, pausada }) => observaciones.length > 0 || pausada)).toEqual([])
  })

  test('a correction leaves what is published as it is until what takes its place was let through', () => {
    const shown = ({ secciones }: World) => secciones.map((seccion) => versionPublica(toState(seccion, 0), orden) !== null).join()
    const making = steps.filter(({ call }) => ['solicitar_correccion', 'aceptar_correccion', 'capturar'].includes(call.acto))
    expect(making.filter(({ from, to }) => shown(from) !== shown(to))).toEqual([])
  })

  test('nobody closes what she observed herself, also not by verifying the whole', () => {
    const ownOf = ({ secciones }: World, cuenta: string) =>
      secciones.flatMap(({ observaciones }) => observaciones).filter(({ creadaPor }) => creadaPor === cuenta).length
    const closing = steps.filter(({ call }) => ['atender', 'retirar', 'verificar'].includes(call.acto))
    expect(closing.length).toBeGreaterThan(100)
    expect(closing.filter(({ call, from, to }) => ownOf(from, call.cuenta) !== ownOf(to, call.cuenta))).toEqual([])
  })

  test('a verified captura has no open observación and no correction that waits to be made', () => {
    const verified = [...worlds.values()].filter((world) => estatusOf(world) === 'verificada').flatMap(({ secciones }) => secciones)
    expect(verified.filter(({ observaciones, correccion }) => observaciones.length > 0 || correccion === 'aceptada')).toEqual([])
  })
})

interface Edge {
  call: Call
  to: string
}

function explore({ orden, sections, tries, happenings }: Size & { orden: OrdenRevision }) {
  const worlds = new Map<string, World>()
  const edges = new Map<string, Edge[]>()
  const refused = new Set<string>()
  const add = (world: World): string => {
    const key = keyOf(world)
    if (!worlds.has(key)) worlds.set(key, world)
    return key
  }
  const secciones = Array.from({ length: sections }, () => BLANK)
  add({ orden, estatus: 'aprobada', closed: false, consentimiento: 'ninguno', secciones })
  // What is added meanwhile is walked too: a Map is gone through in the order of its making.
  for (const [key, world] of worlds) {
    const list: Edge[] = []
    edges.set(key, list)
    for (const call of callsIn(world, tries)) {
      const razones = razonesContra(call.acto, situacionOf(world, call))
      if (razones.length > 0) refused.add(razones.join('|'))
      else list.push({ call, to: add(perform(world, call)) })
    }
    if (world.estatus === 'aprobada') for (const other of happenings) add({ ...world, ...other })
  }
  return { worlds, edges, refused }
}

function callsIn({ secciones }: World, tries: Size['tries']): Call[] {
  const whole: Call[] = [
    { acto: 'validar', cuenta: 'P', index: null },
    ...REVIEWERS.map((cuenta): Call => ({ acto: 'verificar', cuenta, index: null })),
  ]
  return [...whole, ...secciones.flatMap((seccion, index) => callsOn(seccion, index).filter((call) => tries(call, seccion)))]
}

function callsOn({ observaciones }: Section, index: number): Call[] {
  const places = observaciones.length === 0 ? [0] : observaciones.map((_, which) => which)
  const onEach = (acto: NombreActo, cuentas: string[]) =>
    cuentas.flatMap((cuenta) => places.map((which): Call => ({ acto, cuenta, index, which })))
  return [
    ...(['vacia', 'en_captura', 'completa'] as const).map((capturado): Call => ({ acto: 'capturar', cuenta: 'P', index, capturado })),
    ...REVIEWERS.map((cuenta): Call => ({ acto: 'observar', cuenta, index })),
    ...onEach('reiterar', REVIEWERS),
    ...onEach('atender', REVIEWERS),
    ...onEach('retirar', REVIEWERS),
    ...onEach('responder', ['P']),
    { acto: 'solicitar_correccion', cuenta: 'P', index },
    ...[true, false].map((trasCierre): Call => ({ acto: 'aceptar_correccion', cuenta: 'A', index, trasCierre })),
    { acto: 'rechazar_correccion', cuenta: 'A', index },
    { acto: 'pausar', cuenta: 'A', index },
    { acto: 'reanudar', cuenta: 'A', index },
  ]
}

function perform(world: World, call: Call): World {
  const secciones = world.secciones.map((seccion, index) => (call.index === null || call.index === index ? change(seccion, call) : seccion))
  return { ...world, secciones }
}

/** What the API writes besides the estatus. */
function change(before: Section, call: Call): Section {
  const { acto, cuenta, which = 0 } = call
  const fresh: ObservacionAbierta = { creadaPor: cuenta, respondida: false }
  const s = { ...before }
  if (acto === 'capturar') s.version += 1
  if (acto === 'validar') Object.assign(s, { versionValidada: s.version, validated: [...s.validated, s.version] })
  if (acto === 'validar' && s.correccion === 'aceptada') s.correccion = null
  if (acto === 'verificar') Object.assign(s, { versionVerificada: s.version, reviewed: [...s.reviewed, s.version], observaciones: [] })
  if (acto === 'observar') s.observaciones = [...s.observaciones, fresh]
  if (acto === 'reiterar') s.observaciones = s.observaciones.map((each, place) => (place === which ? fresh : each))
  if (acto === 'responder') s.observaciones = s.observaciones.map((each, place) => (place === which ? { ...each, respondida: true } : each))
  if (acto === 'atender' || acto === 'retirar') s.observaciones = s.observaciones.filter((_, place) => place !== which)
  if (acto === 'solicitar_correccion') s.correccion = 'solicitada'
  if (acto === 'aceptar_correccion') s.correccion = 'aceptada'
  if (acto === 'rechazar_correccion') s.correccion = null
  if (acto === 'pausar' || acto === 'reanudar') s.pausada = acto === 'pausar'
  return renumbered({ ...s, estatus: estatusTras(acto, before.estatus, { ...s, capturado: call.capturado }) })
}

/** Which versions are the same matters, not how often it was saved. */
function renumbered(s: Section): Section {
  const known = [...new Set([s.version, s.versionValidada, s.versionVerificada].filter((each) => each !== null))].sort((a, b) => a - b)
  const rank = (version: number | null) => (version === null ? null : known.indexOf(version))
  const kept = (versions: number[]) =>
    [...new Set(versions.filter((each) => known.includes(each)).map((each) => known.indexOf(each)))].sort()
  return {
    ...s,
    version: known.indexOf(s.version),
    versionValidada: rank(s.versionValidada),
    versionVerificada: rank(s.versionVerificada),
    reviewed: kept(s.reviewed),
    validated: kept(s.validated),
  }
}

function situacionOf(world: World, { index, which = 0, cuenta, trasCierre = false }: Call): Situacion {
  const secciones = world.secciones.map(toState)
  const seccion = index === null ? null : must(secciones[index])
  return {
    captura: {
      estatus: world.estatus,
      estatusCaptura: estatusOf(world),
      cierreCaptura: '2024-05-29',
      zona: 'UTC',
      ahora: world.closed ? AFTER : BEFORE,
    },
    orden: world.orden,
    secciones,
    completeness: completenessOf(world),
    seccion,
    observacion: seccion?.observaciones[which] ?? null,
    cuenta,
    trasCierre,
  }
}

function completenessOf({ secciones, consentimiento }: World): Completeness {
  const incomplete = secciones.filter(({ estatus }) => !['completa', 'validada', 'verificada'].includes(estatus))
  return { seccionesIncompletas: incomplete.map(() => 'Una'), consentimiento }
}

function estatusOf(world: World) {
  return estatusCapturaDe(
    world.secciones.map(({ estatus }) => estatus),
    completenessOf(world),
  )
}

function toState({ reviewed: _reviewed, validated: _validated, ...seccion }: Section, index: number): SeccionState {
  return { ...seccion, titulo: `S${index}`, cuestionario: 'curricular' }
}

function isSettled(world: World): boolean {
  return estatusOf(world) === 'verificada' && world.secciones.every(({ correccion, pausada }) => correccion === null && !pausada)
}

/** She left, or nobody captured in time; or what waits is the form of the consentimiento, whose review is another act. */
function isOver({ estatus, closed, consentimiento, secciones }: World): boolean {
  const neverSent = secciones.every(({ versionValidada }) => versionValidada === null)
  return estatus !== 'aprobada' || (closed && neverSent) || consentimiento !== 'vigente'
}

function backwards(edges: Map<string, Edge[]>, goals: string[]): Set<string> {
  const into = new Map<string, string[]>()
  for (const [from, list] of edges) for (const { to } of list) into.set(to, [...(into.get(to) ?? []), from])
  const seen = new Set(goals)
  const queue = [...goals]
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    for (const from of into.get(key) ?? []) {
      if (seen.has(from)) continue
      seen.add(from)
      queue.push(from)
    }
  }
  return seen
}

function keyOf(world: World): string {
  return JSON.stringify(world)
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not there')
  return value
}

import { Temporal } from 'temporal-polyfill'
import type { EstatusCandidatura } from '../../registro/estatus.ts'
import { estatusCapturaDe, estatusTras } from './estatus-tras.ts'
import { ORDENES_REVISION, type Completeness, type ObservacionAbierta, type OrdenRevision } from './situacion.ts'
import type { SeccionState, Situacion } from './situacion.ts'
import { razonesContra, type NombreActo } from './tabla.ts'

/**
 * Every captura that the acts can make of a blank one: two sections, two reviewers, every consentimiento, before and after the closing, in
 * both orders of publication. The reviewed versions are noted apart from those that the rules report.
 */
export interface Section extends Pick<
  SeccionState,
  'estatus' | 'version' | 'versionValidada' | 'versionVerificada' | 'correccion' | 'pausada' | 'reabierta'
> {
  observaciones: ObservacionAbierta[]
  /** Versions that a reviewer had in front of her when she verified. */
  reviewed: number[]
  validated: number[]
}

export interface World {
  orden: OrdenRevision
  estatus: EstatusCandidatura
  closed: boolean
  consentimiento: Completeness['consentimiento']
  secciones: Section[]
}

export interface Call {
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
  reabierta: false,
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
export const CASES = ORDENES_REVISION.flatMap((orden) => SIZES.map((size) => ({ orden, ...size })))

export interface Edge {
  call: Call
  to: string
}

export function explore({ orden, sections, tries, happenings }: Size & { orden: OrdenRevision }) {
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
  // Worlds added meanwhile are walked too: a Map is iterated in the order of insertion.
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
    // Once while nobody opened it, once while somebody did.
    ...['P', 'Q'].map((cuenta): Call => ({ acto: 'recuperar', cuenta, index: null, capturado: 'completa' })),
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
    ...(['en_captura', 'completa'] as const).map((capturado): Call => ({ acto: 'trasladar', cuenta: 'S', index, capturado })),
    { acto: 'trasladar', cuenta: 'S', index },
  ]
}

function perform(world: World, call: Call): World {
  const secciones = world.secciones.map((seccion, index) => (call.index === null || call.index === index ? change(seccion, call) : seccion))
  return { ...world, secciones }
}

/** Section after an act: with the fields that the API writes, and its estatus. */
function change(before: Section, call: Call): Section {
  const s = { ...before, ...WRITES[call.acto](before, { cuenta: call.cuenta, which: call.which ?? 0, capturado: call.capturado }) }
  return renumbered({ ...s, estatus: estatusTras(call.acto, before.estatus, { ...s, capturado: call.capturado }) })
}

type Write = (s: Section, call: { cuenta: string; which: number; capturado: Call['capturado'] }) => Partial<Section>

const observed = (creadaPor: string): ObservacionAbierta => ({ creadaPor, respondida: false })
const without: Write = ({ observaciones }, { which }) => ({ observaciones: observaciones.filter((_, place) => place !== which) })
const replaced = (s: Section, which: number, by: (each: ObservacionAbierta) => ObservacionAbierta) => ({
  observaciones: s.observaciones.map((each, place) => (place === which ? by(each) : each)),
})

const WRITES: Record<NombreActo, Write> = {
  capturar: ({ version }) => ({ version: version + 1 }),
  validar: ({ version, validated, correccion }) => ({
    versionValidada: version,
    validated: [...validated, version],
    reabierta: false,
    correccion: correccion === 'aceptada' ? null : correccion,
  }),
  recuperar: () => ({ versionValidada: null, validated: [] }),
  verificar: ({ version, reviewed }) => ({ versionVerificada: version, reviewed: [...reviewed, version], observaciones: [] }),
  observar: ({ observaciones }, { cuenta }) => ({ observaciones: [...observaciones, observed(cuenta)] }),
  reiterar: (s, { cuenta, which }) => replaced(s, which, () => observed(cuenta)),
  responder: (s, { which }) => replaced(s, which, (each) => ({ ...each, respondida: true })),
  atender: without,
  retirar: without,
  solicitar_correccion: () => ({ correccion: 'solicitada' }),
  aceptar_correccion: () => ({ correccion: 'aceptada' }),
  rechazar_correccion: () => ({ correccion: null }),
  pausar: () => ({ pausada: true }),
  reanudar: () => ({ pausada: false }),
  trasladar: ({ version, estatus, reabierta }, { capturado }) =>
    capturado === undefined || estatus === 'en_correccion'
      ? {}
      : { version: version + 1, reabierta: reabierta || ['observada', 'validada', 'verificada'].includes(estatus) },
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
    enRevision: cuenta === 'Q' || world.secciones.some(isReviewed),
    secciones,
    completeness: completenessOf(world),
    seccion,
    observacion: seccion?.observaciones[which] ?? null,
    cuenta,
    trasCierre,
  }
}

/** A review began once a reviewer said something of it, or verified it before. */
function isReviewed({ observaciones, correccion, pausada, versionVerificada }: Section): boolean {
  return observaciones.length > 0 || correccion !== null || pausada || versionVerificada !== null
}

function completenessOf({ secciones, consentimiento }: World): Completeness {
  const incomplete = secciones.filter(({ estatus }) => !['completa', 'validada', 'verificada'].includes(estatus))
  return { seccionesIncompletas: incomplete.map(() => 'Una'), consentimiento }
}

export function estatusOf(world: World) {
  return estatusCapturaDe(
    world.secciones.map(({ estatus }) => estatus),
    completenessOf(world),
  )
}

export function toState({ reviewed: _reviewed, validated: _validated, ...seccion }: Section, index: number): SeccionState {
  return { ...seccion, titulo: `S${index}`, cuestionario: 'curricular' }
}

export function isSettled(world: World): boolean {
  return estatusOf(world) === 'verificada' && world.secciones.every(({ correccion, pausada }) => correccion === null && !pausada)
}

/** Whether a captura is over: she left, nobody captured in time, or only the form of the consentimiento waits, whose review is another act. */
export function isOver({ estatus, closed, consentimiento, secciones }: World): boolean {
  const neverSent = secciones.every(({ versionValidada }) => versionValidada === null)
  return estatus !== 'aprobada' || (closed && neverSent) || consentimiento !== 'vigente'
}

export function backwards(edges: Map<string, Edge[]>, goals: string[]): Set<string> {
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

export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not there')
  return value
}

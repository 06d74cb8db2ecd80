import type { CompiledCuestionario, Respuestas } from '@conoceles/cuestionarios'
import { faltantesDe, nadaPorEdad } from '@conoceles/cuestionarios'
import { esSubsanable, objetoDe, sirvePara, type EstatusCaptura, type EstatusSeccion, type SupuestoPack } from '@conoceles/domain'
import type { Random } from './random.ts'
import { textKindOf } from './respuestas.ts'
import type { Writer } from './texts/writer.ts'
import type { CapturaSimulada, ConsentimientoSimulado, SeccionSimulada } from './types.ts'

/** A cuestionario with the complete respuestas of one person. */
export interface Answered {
  cuestionario: CompiledCuestionario
  respuestas: Respuestas
}

export interface CapturaPlan {
  candidatura: string
  estatus: EstatusCaptura
  answered: Answered[]
  writer: Writer
  supuestos: SupuestoPack[]
  /** Instants of the steps, in order: captured, validated, then verified or observed, or first one and then the other. */
  instants: string[]
  retrato: number | null
  /** A canary refused publication. */
  canario: boolean
  random: Random
}

export const NOTHING_CAPTURED = {
  secciones: [],
  consentimiento: null,
  observaciones: [],
  solicitud: null,
  pausa: null,
  retrato: null,
  capturadaEn: null,
  validadaEn: null,
  verificadaEn: null,
} satisfies Partial<CapturaSimulada>

/** How many instants a captura in this state needs. */
export const STEPS: Record<EstatusCaptura, number> = {
  sin_captura: 0,
  en_captura: 1,
  completa: 1,
  validada: 2,
  verificada: 3,
  observada: 4,
  en_correccion: 3,
}

/** The captura of one candidatura in the wanted state, coherent with the rules of the acts. */
export function buildCaptura(plan: CapturaPlan): CapturaSimulada {
  const { candidatura, estatus } = plan
  if (estatus === 'sin_captura') return { candidatura, estatus, ...NOTHING_CAPTURED }
  if (estatus === 'en_captura') return buildUnfinished(plan)
  const [capturadaEn = null, validadaEn = null, verificadaEn = null] = plan.instants
  const secciones = completeSections(plan, capturadaEn)
  const captura: CapturaSimulada = {
    candidatura,
    estatus,
    secciones,
    consentimiento: choose(plan, { tratamiento: true, otorgadoEn: capturadaEn ?? '' }),
    observaciones: [],
    solicitud: null,
    pausa: null,
    retrato: plan.retrato,
    capturadaEn,
    validadaEn,
    verificadaEn,
  }
  return estatus === 'observada' ? observe(captura, plan) : captura
}

function completeSections({ answered, estatus }: CapturaPlan, guardadaEn: string | null): SeccionSimulada[] {
  const of: EstatusSeccion = estatus === 'completa' || estatus === 'validada' ? estatus : 'verificada'
  return answered.flatMap(({ cuestionario, respuestas }) =>
    cuestionario.secciones.map(({ clave, campos }) => ({
      ...seccionOf(cuestionario, clave),
      estatus: of,
      respuestas: only(respuestas, campos),
      guardadaEn,
    })),
  )
}

function seccionOf({ tipo }: CompiledCuestionario, clave: string): Pick<SeccionSimulada, 'cuestionario' | 'clave'> {
  return { cuestionario: tipo === 'identidad' ? 'identidad' : 'curricular', clave }
}

function only(respuestas: Respuestas, campos: readonly string[]): Respuestas {
  return Object.fromEntries(Object.entries(respuestas).filter(([campo]) => campos.includes(campo)))
}

function choose({ canario, random }: CapturaPlan, given: { tratamiento: boolean; otorgadoEn: string }): ConsentimientoSimulado {
  const publicacion = random.chance(0.45)
  const estadistica = random.chance(0.75)
  return { ...given, publicacion: publicacion && given.tratamiento && !canario, estadistica: estadistica && given.tratamiento }
}

/**
 * One curricular section with content is observed and paused; the others stay as they were, verified or, for half, only validated. The
 * institute names the ground and the remedy, and never blames a person.
 */
function observe(captura: CapturaSimulada, { supuestos, random, instants }: CapturaPlan): CapturaSimulada {
  const wasVerified = random.chance(0.5)
  const filled = captura.secciones.filter(
    ({ cuestionario, respuestas }) => cuestionario === 'curricular' && Object.keys(respuestas).length > 0,
  )
  const observed = random.pick(filled.slice(-2))
  const others: EstatusSeccion = wasVerified ? 'verificada' : 'validada'
  const donde = random.pick([EN_UN_PARRAFO, EN_UNA_FRASE, 'Está en parte de lo escrito; el resto puede quedarse como está.'])
  const { clave: supuesto, hallazgo } = textosDe(random.pick(supuestos.filter(deSeccion)))
  const place = { cuestionario: observed.cuestionario, seccion: observed.clave, supuesto }
  const open = { ...place, texto: `${hallazgo} ${donde}`, creadaEn: instants[3] ?? '', respuesta: null }
  // Some captures that were not verified yet are in their second round: the first observation was answered, and not attended.
  const first = {
    ...place,
    texto: hallazgo,
    creadaEn: captura.verificadaEn ?? '',
    respuesta: ANSWER,
  }
  return {
    ...captura,
    secciones: captura.secciones.map((seccion) => ({ ...seccion, estatus: seccion === observed ? 'observada' : others })),
    observaciones: !wasVerified && donde === EN_UNA_FRASE ? [first, open] : [open],
    verificadaEn: wasVerified ? captura.verificadaEn : null,
  }
}

const ANSWER = 'Se revisó el texto y describe sólo lo propio; se pide indicar qué frase es la señalada.'

const EN_UN_PARRAFO = 'Está en el segundo párrafo.'
const EN_UNA_FRASE = 'Está en una frase; puede quitarla o escribirla de otro modo.'

/** Its key and its text for the record. */
function textosDe({ clave, texto, catalogo }: SupuestoPack): { clave: string; hallazgo: string } {
  return { clave, hallazgo: catalogo?.hallazgo ?? `${texto}.` }
}

/** A ground of a section that can be mended. */
function deSeccion(supuesto: SupuestoPack): boolean {
  return sirvePara(objetoDe(supuesto), 'seccion') && esSubsanable(supuesto)
}

/** Some sections complete, some begun, some blank; the identity ones only once the persona consented to their treatment. */
function buildUnfinished(plan: CapturaPlan): CapturaSimulada {
  const { candidatura, estatus, answered, random, canario } = plan
  const [savedAt = ''] = plan.instants
  const tratamiento = canario || random.chance(0.8)
  const consentimiento = canario || random.chance(0.6) ? choose(plan, { tratamiento, otorgadoEn: savedAt }) : null
  const secciones = answered.flatMap(({ cuestionario, respuestas }) => {
    const allowed = cuestionario.tipo !== 'identidad' || consentimiento?.tratamiento === true
    const kept = allowed ? leaveUnfinished(plan, { cuestionario, respuestas }) : {}
    return cuestionario.secciones.map(({ clave, campos }) =>
      judge(cuestionario, { clave, respuestas: only(kept, campos), todas: kept, savedAt }),
    )
  })
  return { candidatura, estatus, ...NOTHING_CAPTURED, secciones, consentimiento, retrato: random.chance(0.3) ? plan.retrato : null }
}

function leaveUnfinished({ writer, random, canario }: CapturaPlan, { cuestionario, respuestas }: Answered): Respuestas {
  // The first section is always there and the last never complete: begun, and not finished.
  const last = cuestionario.secciones.length - 1
  return Object.fromEntries(
    cuestionario.secciones.flatMap(({ campos }, index) => {
      const full = Object.entries(only(respuestas, campos))
      const state = index === 0 || canario ? 'full' : random.pick(['full', 'begun', 'blank'])
      if (index === last || state === 'begun') return full.flatMap((entry) => shorten(entry, { cuestionario, writer }))
      return state === 'full' ? full : []
    }),
  )
}

/** A long text is left at its first sentence; an answer that must be there is left out; the rest stays. */
function shorten(
  [campo, value]: [string, unknown],
  { cuestionario, writer }: { cuestionario: CompiledCuestionario; writer: Writer },
): [string, unknown][] {
  const question = cuestionario.questions.get(campo)
  const kind = textKindOf(question)
  if (kind) return [[campo, writer.begin(kind)]]
  return question?.['x-obligatorio'] === true ? [] : [[campo, value]]
}

interface Draft {
  clave: string
  respuestas: Respuestas
  todas: Respuestas
  savedAt: string
}

function judge(cuestionario: CompiledCuestionario, { clave, respuestas, todas, savedAt }: Draft): SeccionSimulada {
  const isBlank = Object.keys(respuestas).length === 0
  // Nobody went past a section that asks nothing at her age.
  const isComplete = faltantesDe(cuestionario, clave, respuestas, todas).length === 0 && !nadaPorEdad(cuestionario, clave)
  const unfinished = isBlank ? 'vacia' : 'en_captura'
  return {
    ...seccionOf(cuestionario, clave),
    estatus: isComplete ? 'completa' : unfinished,
    respuestas,
    guardadaEn: isBlank ? null : savedAt,
  }
}

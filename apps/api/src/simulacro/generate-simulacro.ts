import type { CompiledCuestionario, CuestionarioDocument } from '@conoceles/cuestionarios'
import { compileCuestionario, paraEdad, sinOcultas } from '@conoceles/cuestionarios'
import type { EstatusCaptura, ProcesoPack } from '@conoceles/domain'
import { edadEn, localDay } from '@conoceles/domain'
import type { CanarioPlan } from './canarios.ts'
import { describeCanario, planCanarios } from './canarios.ts'
import type { Placed } from './candidaturas.ts'
import { placePersonas } from './candidaturas.ts'
import { NOTHING_CAPTURED, STEPS, buildCaptura, type Answered } from './capturas.ts'
import { createDemoCuentas } from './cuentas.ts'
import { planFormulas } from './formulas.ts'
import { createPersonas } from './personas.ts'
import type { Random } from './random.ts'
import { createRandom } from './random.ts'
import { answerCuestionario, type Answerer } from './respuestas.ts'
import type { Retrato } from './retratos.ts'
import { reviewLater } from './revision.ts'
import { drawRetratos } from './retratos.ts'
import { createWriter } from './texts/writer.ts'
import type { Calendar } from './calendar.ts'
import { createCalendar } from './calendar.ts'
import type { CapturaSimulada, PersonaSimulada, Simulacro } from './types.ts'

export interface SimulacroOptions {
  semilla: number
  /** Personas; the lists of the postulaciones are made to fit. 0: nobody is registered yet. */
  total: number
  /** ISO instant: nothing happened later. */
  ahora: string
}

/** A rehearsal's people, candidaturas and capturas. The same pack and options give the same simulacro, byte by byte. */
export function generateSimulacro(pack: ProcesoPack, { semilla, total, ahora }: SimulacroOptions): Simulacro {
  const random = createRandom(semilla)
  const formulas = total === 0 ? [] : planFormulas({ pack, total, random: random.fork('formulas') })
  const createPersona = createPersonas({ semilla, jornada: pack.jornada, random: random.fork('personas') })
  const placed = placePersonas(formulas, { pack, createPersona, random: random.fork('candidaturas') })
  const canarios = planCanarios(placed, random.fork('canarios'))
  const estatus = planEstatus(placed, { canarios, random: random.fork('estatus') })
  const retratos = drawRetratos(RETRATOS, semilla)
  const context = createContext(pack, { ahora, retratos, canarios })
  const captured = placed.map((each, index) =>
    capture(each, { ...context, index, estatus: estatus[index] ?? 'sin_captura', random: random.fork(`captura:${index}`) }),
  )
  const capturas = reviewLater(captured, { supuestos: pack.supuestos, ahora, zona: pack.zona, except: firstPages(placed, canarios) })
  const candidaturas = placed.map(({ candidatura }) => candidatura)
  return {
    personas: placed.map(({ persona }) => persona),
    candidaturas,
    capturas,
    retratos,
    canarios: placed.flatMap((each, index) => {
      const captura = capturas[index]
      return captura && canarios.has(each.candidatura.clave) ? [describeCanario(each, captura)] : []
    }),
    demoCuentas: createDemoCuentas(pack, { candidaturas, capturas }),
  }
}

const RETRATOS = 36

/** Per thousand. Exactly a third is not captured, as it really was. */
const SHARES: [EstatusCaptura, number][] = [
  ['sin_captura', 333],
  ['en_captura', 100],
  ['completa', 45],
  ['validada', 62],
  ['observada', 30],
]

/** Keys that keep their plan: the first pages that people see, and the canaries. */
function firstPages(placed: Placed[], canarios: Map<string, CanarioPlan>): Set<string> {
  const first = placed.filter(({ formula }) => formula.cargo.demarcacion === 'entidad' && formula.contienda.lugares === 1)
  return new Set([...canarios.keys(), ...first.map(({ candidatura }) => candidatura.clave)])
}

/** Plans the state of each candidatura, by index. The one place for the whole entidad is verified: it is the first page that people see. */
function planEstatus(placed: Placed[], { canarios, random }: { canarios: Map<string, CanarioPlan>; random: Random }): EstatusCaptura[] {
  const estatus: (EstatusCaptura | undefined)[] = placed.map(({ formula, candidatura }) => {
    const isFirst = formula.cargo.demarcacion === 'entidad' && formula.contienda.lugares === 1
    return canarios.get(candidatura.clave)?.estatus ?? (isFirst ? 'verificada' : undefined)
  })
  const free = random.shuffle(estatus.flatMap((each, index) => (each === undefined ? [index] : [])))
  for (const [wanted, share] of SHARES) {
    const fixed = estatus.filter((each) => each === wanted).length
    for (const index of free.splice(0, Math.round((placed.length * share) / 1_000) - fixed)) estatus[index] = wanted
  }
  return estatus.map((each) => each ?? 'verificada')
}

interface Context {
  pack: ProcesoPack
  /** Day on which answers about age are read: they must be true then. */
  hoy: string
  cuestionarios: CompiledCuestionario[]
  calendars: Map<string, Calendar>
  demarcaciones: Map<string, ProcesoPack['demarcaciones'][number]>
  retratos: Retrato[]
  canarios: Map<string, CanarioPlan>
}

function createContext(
  pack: ProcesoPack,
  { ahora, retratos, canarios }: { ahora: string } & Pick<Context, 'retratos' | 'canarios'>,
): Context {
  return {
    pack,
    hoy: localDay(ahora, pack.zona),
    cuestionarios: pack.cuestionarios.map((cuestionario) => compileCuestionario(cuestionario as CuestionarioDocument)),
    calendars: new Map(pack.tiposEleccion.map((tipo) => [tipo.clave, createCalendar(tipo, { ahora, zona: pack.zona })])),
    demarcaciones: new Map(pack.demarcaciones.map((demarcacion) => [demarcacion.clave, demarcacion])),
    retratos,
    canarios,
  }
}

function capture(
  { formula, persona, candidatura }: Placed,
  context: Context & { index: number; estatus: EstatusCaptura; random: Random },
): CapturaSimulada {
  const { index, estatus, pack, random, cuestionarios } = context
  const instants = context.calendars.get(formula.cargo.tipoEleccion)?.draw(STEPS[estatus], random)
  const demarcacion = context.demarcaciones.get(formula.contienda.demarcacion)
  if (!instants || !demarcacion || estatus === 'sin_captura')
    return { candidatura: candidatura.clave, estatus: 'sin_captura', ...NOTHING_CAPTURED }
  const edad = edadEn(persona.fechaNacimiento, context.hoy)
  const writer = createWriter({ edad, cargo: formula.cargo, demarcacion, random })
  const canario = context.canarios.get(candidatura.clave)?.numero ?? null
  const who = {
    slug: `persona-${index + 1}`,
    edad,
    accionAfirmativa: candidatura.accionAfirmativa,
    demarcacion,
    entidad: pack.entidad.nombre,
    writer,
    random,
    canario,
  }
  return buildCaptura({
    candidatura: candidatura.clave,
    estatus,
    answered: cuestionarios.map((cuestionario) =>
      answer(cuestionario, { who, grupos: pack.grupos, edad: edadEn(persona.fechaNacimiento, pack.jornada) }),
    ),
    writer,
    supuestos: pack.supuestos,
    instants,
    retrato: random.chance(0.8) ? pickRetrato(persona, { edad, retratos: context.retratos, random }) : null,
    canario: canario !== null,
    random,
  })
}

/** Answered as a whole first: what is not asked at her age must not move the draw of everything after it. */
function answer(
  cuestionario: CompiledCuestionario,
  { who, grupos, edad }: { who: Answerer; grupos: ProcesoPack['grupos']; edad: number },
): Answered {
  const own = paraEdad(cuestionario, edad)
  return { cuestionario: own, respuestas: sinOcultas(own, answerCuestionario(cuestionario, grupos, who)) }
}

function pickRetrato({ sexo }: PersonaSimulada, { edad, retratos, random }: { edad: number; retratos: Retrato[]; random: Random }): number {
  const stage = edad < 35 ? 'young' : edad < 60 ? 'middle' : 'old'
  const fitting = retratos.flatMap((retrato, index) =>
    retrato.stage === stage && (retrato.sexo === sexo || sexo === 'no_binario') ? [index] : [],
  )
  return random.pick(fitting)
}

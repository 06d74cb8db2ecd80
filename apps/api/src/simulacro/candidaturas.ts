import { Temporal } from 'temporal-polyfill'
import type { Calidad, ProcesoPack, Sexo } from '@conoceles/domain'
import type { Formula } from './formulas.ts'
import type { PersonaWish } from './personas.ts'
import type { Random } from './random.ts'
import type { CandidaturaSimulada, PersonaSimulada } from './types.ts'

export interface Placed {
  formula: Formula
  persona: PersonaSimulada
  candidatura: CandidaturaSimulada
}

interface Placing {
  pack: ProcesoPack
  createPersona: (wish: PersonaWish) => PersonaSimulada
  random: Random
}

/** Puts a persona of its own into each place: the sexes alternate along a list and within a planilla, and are one in a fórmula. */
export function placePersonas(formulas: Formula[], { pack, createPersona, random }: Placing): Placed[] {
  const acuerdos = acuerdosOf(pack)
  const order = new Map([...pack.actores, ...pack.demarcaciones].map(({ clave }, index) => [clave, index]))
  const independents = new Set(pack.actores.filter(({ tipo }) => tipo === 'independiente').map(({ clave }) => clave))
  const grupos = pack.grupos.map(({ clave }) => clave).filter((clave) => !NOT_REGISTERED.includes(clave))
  return formulas.flatMap((formula) => {
    const { actor } = formula.postulacion
    const turn = (order.get(actor) ?? 0) + (order.get(formula.contienda.demarcacion) ?? 0) + formula.cargo.orden + formula.numero
    const sexo = sexoOf(turn, random)
    const accionAfirmativa = accionAfirmativaOf(formula, { grupos, random })
    const edad = EDADES[accionAfirmativa ?? ''] ?? edadOf(formula)
    const partidoOrigen = independents.has(actor) ? null : partidoOf(formula, turn)
    const calidades: Calidad[] = formula.conSuplente ? ['propietaria', 'suplente'] : ['propietaria']
    return calidades.map((calidad) => {
      const persona = createPersona({ sexo, edad })
      const eleccionConsecutiva = calidad === 'propietaria' && formula.cargo.demarcacion !== 'entidad' && random.chance(0.05)
      const candidatura: CandidaturaSimulada = {
        clave: claveOf(formula, calidad),
        personaId: persona.id,
        contienda: formula.contienda.clave,
        actor,
        partidoOrigen,
        responsable: partidoOrigen ?? actor,
        numero: formula.numero,
        calidad,
        accionAfirmativa,
        eleccionConsecutiva,
        ...acuerdos(formula.cargo.clave),
      }
      return { formula, persona, candidatura }
    })
  })
}

// Morelos registers nobody under this group (lineamientos.md, acciones afirmativas 2024).
const NOT_REGISTERED = ['migrante']
const EDADES: Record<string, [number, number]> = { joven: [21, 28], mayor: [61, 76] }

function edadOf({ cargo, numero }: Formula): [number, number] {
  if (cargo.demarcacion === 'entidad' && numero === 1) return [35, 64]
  return cargo.demarcacion === 'municipio' ? [21, 72] : [23, 70]
}

function sexoOf(turn: number, random: Random): Sexo {
  if (random.chance(0.003)) return 'no_binario'
  return turn % 2 === 0 ? 'mujer' : 'hombre'
}

/** Along a list and within a planilla the members of an alianza take turns; a party is its own origin. */
function partidoOf({ postulacion }: Formula, turn: number): string {
  const { actor, integrantes } = postulacion
  return integrantes[turn % Math.max(1, integrantes.length)] ?? actor
}

function claveOf({ contienda, postulacion, numero }: Formula, calidad: Calidad): string {
  return `${contienda.clave}-${postulacion.actor}-${numero}-${calidad === 'propietaria' ? 'P' : 'S'}`
}

/** One fórmula of each list of the entidad, up to the seventh place; elsewhere a few, mostly of the first group. */
function accionAfirmativaOf(formula: Formula, { grupos, random }: { grupos: string[]; random: Random }): string | null {
  const { cargo, contienda, numero } = formula
  const [first] = grupos
  if (first === undefined) return null
  if (cargo.demarcacion !== 'entidad') return random.chance(0.07) ? random.pick([first, first, ...grupos]) : null
  const isReserved = contienda.lugares > 1 && (numero === 2 || numero === 6)
  return isReserved ? random.pick(grupos) : null
}

/** By cargo; fifteen days before the accounts or the publication, by which comes first. */
function acuerdosOf(pack: ProcesoPack): (cargo: string) => Pick<CandidaturaSimulada, 'acuerdoNumero' | 'acuerdoFecha'> {
  const anio = pack.jornada.slice(0, 4)
  const byCargo = new Map(
    pack.cargos.map(({ clave, tipoEleccion, orden }) => {
      const tipo = pack.tiposEleccion.find((each) => each.clave === tipoEleccion)
      const [first = pack.jornada] = [tipo?.entregaCuentas, tipo?.inicioPublicacion].filter((day) => day !== undefined).sort()
      const acuerdoFecha = Temporal.PlainDate.from(first).subtract({ days: 15 }).toString()
      return [clave, { acuerdoNumero: `SIMULACRO/ACU/${String(orden).padStart(3, '0')}/${anio}`, acuerdoFecha }]
    }),
  )
  return (cargo) => byCargo.get(cargo) ?? { acuerdoNumero: `SIMULACRO/ACU/000/${anio}`, acuerdoFecha: pack.jornada }
}

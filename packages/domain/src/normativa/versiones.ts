import type { CuestionarioPack } from './packs.ts'
import type { Vida } from './vida.ts'

/** A version of a cuestionario, as far as it decides which one somebody answers. */
export interface Vigencia extends Pick<CuestionarioPack, 'tipo' | 'version' | 'vigenteDesde'> {
  /** Claves of the cargos that answer it; null: all. */
  cargos: readonly string[] | null
}

/** The version that a cargo answers on a day: the newest of those whose day came and that are for it. Null before the first. */
export function cuestionarioQueRige<T extends Vigencia>(
  versiones: readonly T[],
  { tipo, cargo, dia }: { tipo: Vigencia['tipo']; cargo: string; dia: string },
): T | null {
  const own = versiones.filter((each) => each.tipo === tipo && each.vigenteDesde <= dia && esParaCargo(each, cargo))
  return own.reduce<T | null>((newest, each) => (newest && newest.version > each.version ? newest : each), null)
}

export function esParaCargo({ cargos }: Pick<Vigencia, 'cargos'>, cargo: string): boolean {
  return cargos === null || cargos.includes(cargo)
}

export const ESTATUS_BORRADOR = ['borrador', 'aprobado', 'propuesto', 'activado', 'descartado'] as const
export type EstatusBorrador = (typeof ESTATUS_BORRADOR)[number]

export const ACTOS_BORRADOR = ['guardar', 'aprobar', 'devolver', 'proponer', 'retirar', 'activar', 'deshacer', 'descartar'] as const
export type ActoBorrador = (typeof ACTOS_BORRADOR)[number]

/** One proposes the activation, another confirms it. */
export const VIDA_BORRADOR: Vida<EstatusBorrador, ActoBorrador> = {
  borrador: { guardar: 'borrador', aprobar: 'aprobado', descartar: 'descartado' },
  aprobado: { devolver: 'borrador', proponer: 'propuesto', descartar: 'descartado' },
  propuesto: { activar: 'activado', retirar: 'aprobado' },
  activado: { deshacer: 'aprobado' },
  descartado: {},
}

/** State that the rules of an act on a draft read. */
export interface BorradorState {
  estatus: EstatusBorrador
  /** Contradictions of the cuestionario and of the choices of how answers pass. */
  fallas: number
  /** Differences from the version in force; null when it takes the place of none. */
  diferencias: number | null
  /** Versions in force among the cargos of the draft. */
  bases: number
  /** Whether the version in force is the one that was in force when the draft was approved. */
  mismaBase: boolean
  /** First day that was approved; null before. */
  vigenteDesde: string | null
  /** Whether the captured answers are blocked by law: nobody reads the people whom the version would reach, and nothing passes to it. */
  bloqueados: boolean
  /** Account that proposed the activation; null before, and where nobody knows any more. */
  propuestoPor: string | null
  /** Account that asks. */
  cuentaId: string
  /** Events under the version since it was activated; null: nobody looked. */
  desdeActivado: DesdeActivado | null
  hoy: string
}

export interface DesdeActivado {
  /** Candidaturas that answered under it. */
  respondieron: number
  /** Others whose sections were validated, observed or verified since. */
  revisadas: number
  /** Whether a later version or an approved draft is built on it. */
  esBase: boolean
}

/** Acts that reach the people whose answers were captured. */
export const ACTOS_QUE_ALCANZAN: readonly ActoBorrador[] = ['aprobar', 'proponer', 'activar', 'deshacer']

/** Why an act may not be done with a draft now, as sentences. */
export function razonesContraActoBorrador(state: BorradorState, acto: ActoBorrador): string[] {
  if (VIDA_BORRADOR[state.estatus][acto] === undefined) return [NOT_NOW[state.estatus]]
  if (acto === 'aprobar') return razonesContraUsar(state)
  if (acto === 'deshacer') return razonesContraDeshacer(state)
  return acto === 'proponer' || acto === 'activar' ? razonesContraActivar(state, acto) : []
}

function razonesContraActivar(state: BorradorState, acto: 'proponer' | 'activar'): string[] {
  const { vigenteDesde, hoy, mismaBase, propuestoPor, cuentaId } = state
  return [
    ...(acto === 'activar' && propuestoPor === cuentaId ? ['Usted propuso ponerla en vigor: la confirma otra persona.'] : []),
    ...razonesContraUsar(state),
    ...(vigenteDesde !== null && hoy < vigenteDesde ? ['Todavía no llega el día en que entra en vigor.'] : []),
    ...(mismaBase ? [] : ['Mientras tanto entró en vigor otra versión: devuélvalo a borrador y revise qué cambia.']),
  ]
}

function razonesContraDeshacer({ desdeActivado, bloqueados }: BorradorState): string[] {
  const { respondieron, revisadas, esBase } = desdeActivado ?? { respondieron: 0, revisadas: 0, esBase: false }
  return [
    ...(bloqueados ? ['El proceso concluyó y lo capturado está bloqueado por ley.'] : []),
    ...(esBase ? ['Otra versión ya parte de ésta: prepare una versión nueva con lo que deba corregirse.'] : []),
    ...(respondieron > 0
      ? [
          `${countOf(respondieron)} ya ${respondieron === 1 ? 'respondió' : 'respondieron'} bajo esta versión: no se deshace. Prepare otra con lo que deba corregirse.`,
        ]
      : []),
    ...(revisadas > 0 ? [`De ${countOf(revisadas)} se validó o se revisó algo desde entonces: deshacerla lo borraría.`] : []),
  ]
}

function countOf(n: number): string {
  return n === 1 ? '1 candidatura' : `${n.toLocaleString('es-MX')} candidaturas`
}

function razonesContraUsar({ fallas, diferencias, bases, bloqueados }: BorradorState): string[] {
  return [
    ...(bloqueados ? ['El proceso concluyó y lo capturado está bloqueado por ley: ya no pasa a otra versión.'] : []),
    ...(fallas > 0 ? ['El cuestionario se contradice: corrija lo señalado.'] : []),
    ...(diferencias === 0 ? ['No cambia nada de la versión que rige.'] : []),
    ...(bases > 1 ? ['Sus cargos no responden hoy la misma versión: prepare un borrador para cada una.'] : []),
  ]
}

const NOT_NOW: Record<EstatusBorrador, string> = {
  borrador: 'La Comisión todavía no lo aprueba.',
  aprobado: 'La Comisión ya lo aprobó: para cambiarlo, devuélvalo a borrador.',
  propuesto: 'Se propuso ponerlo en vigor: otra persona lo confirma, o se retira la propuesta.',
  activado: 'Ya está en vigor: una versión en uso no cambia.',
  descartado: 'Se descartó.',
}

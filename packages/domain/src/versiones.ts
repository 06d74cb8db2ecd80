import type { CuestionarioPack } from './proceso-pack.ts'

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

export const ESTATUS_BORRADOR = ['borrador', 'aprobado', 'activado', 'descartado'] as const
export type EstatusBorrador = (typeof ESTATUS_BORRADOR)[number]

export const ACTOS_BORRADOR = ['guardar', 'aprobar', 'devolver', 'activar', 'descartar'] as const
export type ActoBorrador = (typeof ACTOS_BORRADOR)[number]

/** What may be done with a draft in each estatus, and the estatus that it leaves. `activado` and `descartado` are final. */
export const VIDA_BORRADOR: Record<EstatusBorrador, Partial<Record<ActoBorrador, EstatusBorrador>>> = {
  borrador: { guardar: 'borrador', aprobar: 'aprobado', descartar: 'descartado' },
  aprobado: { devolver: 'borrador', activar: 'activado', descartar: 'descartado' },
  activado: {},
  descartado: {},
}

/** What the rules of an act on a draft need to know. */
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
  /** Whether what was captured is blocked by law: nobody reads whom the version would reach, and nothing passes to it. */
  bloqueados: boolean
  hoy: string
}

/** What reaches those who were captured. */
export const ACTOS_QUE_ALCANZAN: readonly ActoBorrador[] = ['aprobar', 'activar']

/** Why an act may not be done with a draft now, as sentences. */
export function razonesContraActoBorrador(state: BorradorState, acto: ActoBorrador): string[] {
  if (VIDA_BORRADOR[state.estatus][acto] === undefined) return [NOT_NOW[state.estatus]]
  if (acto === 'aprobar') return razonesContraUsar(state)
  if (acto !== 'activar') return []
  const { vigenteDesde, hoy, mismaBase } = state
  return [
    ...razonesContraUsar(state),
    ...(vigenteDesde !== null && hoy < vigenteDesde ? ['Todavía no llega el día en que entra en vigor.'] : []),
    ...(mismaBase ? [] : ['Mientras tanto entró en vigor otra versión: devuélvalo a borrador y revise qué cambia.']),
  ]
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
  activado: 'Ya está en vigor: una versión en uso no cambia.',
  descartado: 'Se descartó.',
}

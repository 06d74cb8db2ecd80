import { Temporal } from 'temporal-polyfill'
import type { CampoPoliticaPack } from './packs.ts'
import type { Vida } from './vida.ts'

/** Origin of a field of the public record. */
export type OrigenCampo = 'ficha' | 'curricular' | 'identidad'

export interface CampoConocido {
  campo: string
  titulo: string
  origen: OrigenCampo
}

/** Fields of the public record that are not answers, in the order in which the record shows them. */
export const CAMPOS_FICHA: readonly CampoConocido[] = [
  ['nombre', 'Nombre'],
  ['apodo', 'Sobrenombre'],
  ['sexo', 'Sexo o género'],
  ['edad', 'Edad'],
  ['fecha_nacimiento', 'Fecha de nacimiento'],
  ['cargo', 'Cargo'],
  ['contienda', 'Contienda'],
  ['distrito', 'Distrito'],
  ['municipio', 'Municipio'],
  ['actorPolitico', 'Partido, alianza o candidatura independiente'],
  ['partidoOrigen', 'Partido de origen'],
  ['calidad', 'Propietaria o suplente'],
  ['numero', 'Número de fórmula o de lista'],
  ['formula', 'Fórmula y planilla'],
  ['estatus', 'Estatus de la candidatura'],
  ['eleccionConsecutiva', 'Elección consecutiva'],
  ['accionAfirmativa', 'Acción afirmativa del registro'],
  ['fotografia', 'Fotografía'],
  ['distintivos', 'Distintivos de grupos de atención prioritaria'],
  ['fechas', 'Fechas de captura, validación y verificación'],
  ['salida', 'Cómo dejó el lugar'],
  ['salidaCausa', 'Causa por la que dejó el lugar'],
  ['salidaCaptura', 'Lo capturado por quien dejó el lugar'],
  ['sustituyeA', 'A quién sustituye'],
].map(([campo = '', titulo = '']) => ({ campo, titulo, origen: 'ficha' }))

/** There is no record without these: a person who must not be shown is blocked, which is another act. */
const INSEPARABLES: readonly string[] = [
  'nombre',
  'cargo',
  'contienda',
  'distrito',
  'municipio',
  'actorPolitico',
  'calidad',
  'numero',
  'estatus',
]

/** Fields never shown as such, under any policy: a record has no place for them. */
const SIN_LUGAR: readonly string[] = ['fecha_nacimiento']

/** Whether a field may leave on a day of the law (ISO). */
export function esPublicoEn({ publico, desde, hasta }: Pick<CampoPoliticaPack, 'publico' | 'desde' | 'hasta'>, dia: string): boolean {
  return publico && (desde == null || desde <= dia) && (hasta == null || dia <= hasta)
}

/** Days on which the public fields change by themselves, in order: the first of a field, and the one after its last. */
export function diasDeCambio(campos: readonly CampoPoliticaPack[]): string[] {
  const days = campos.flatMap(({ publico, desde, hasta }) => (publico ? [desde ?? [], hasta ? nextDay(hasta) : []].flat() : []))
  return [...new Set(days)].sort()
}

/** First day since which the public fields are those of a given day, by these rows; null when no date of theirs has come. */
export function publicoDesde(campos: readonly CampoPoliticaPack[], dia: string): string | null {
  return diasDeCambio(campos).filter((each) => each <= dia).at(-1) ?? null // prettier-ignore
}

function nextDay(dia: string): string {
  return Temporal.PlainDate.from(dia).add({ days: 1 }).toString()
}

/** Why nobody may change a field of the policy, as a sentence; null where somebody may. */
export function razonCampoFijo({ campo, origen }: CampoConocido): string | null {
  if (origen === 'identidad')
    return 'Ninguna respuesta del cuestionario de identidad se publica: sólo los distintivos que la persona autoriza.'
  if (INSEPARABLES.includes(campo)) return 'Sin este dato no hay ficha. Para no mostrar a una persona se bloquea su ficha.'
  return SIN_LUGAR.includes(campo) ? 'La ficha no lo muestra: en público basta la edad.' : null
}

export const ASPECTOS_POLITICA = ['publico', 'base', 'desde', 'hasta'] as const
export type AspectoPolitica = (typeof ASPECTOS_POLITICA)[number]

export interface DiferenciaPolitica {
  campo: string
  aspectos: AspectoPolitica[]
}

/** Lists what a draft changes of the policy in force. A field that the one in force does not name is private there. */
export function diferenciasPolitica(antes: readonly CampoPoliticaPack[], despues: readonly CampoPoliticaPack[]): DiferenciaPolitica[] {
  const before = new Map(antes.map((each) => [each.campo, each]))
  return despues.flatMap((each) => {
    const aspectos = aspectosDistintos(before.get(each.campo), each)
    return aspectos.length === 0 ? [] : [{ campo: each.campo, aspectos }]
  })
}

function aspectosDistintos(antes: CampoPoliticaPack | undefined, despues: CampoPoliticaPack): AspectoPolitica[] {
  if (antes === undefined) return despues.publico ? ['publico'] : []
  return ASPECTOS_POLITICA.filter((aspecto) => (antes[aspecto] ?? null) !== (despues[aspecto] ?? null))
}

export interface FallaPolitica {
  campo: string
  razon: string
}

/** Faults that keep a draft from coming into force, field by field. */
export function fallasPolitica(
  campos: readonly CampoPoliticaPack[],
  { antes, conocidos }: { antes: readonly CampoPoliticaPack[]; conocidos: readonly CampoConocido[] },
): FallaPolitica[] {
  const changed = new Set(diferenciasPolitica(antes, campos).map(({ campo }) => campo))
  return campos
    .filter(({ campo }) => changed.has(campo))
    .flatMap((each) => {
      const conocido = conocidos.find(({ campo }) => campo === each.campo)
      return fallasDe(each, conocido).map((razon) => ({ campo: each.campo, razon }))
    })
}

function fallasDe(row: CampoPoliticaPack, conocido: CampoConocido | undefined): string[] {
  const fijo = conocido && razonCampoFijo(conocido)
  if (fijo) return [fijo]
  return [
    ...(row.base.trim() === '' ? ['Falta el fundamento.'] : []),
    ...(row.sustento ? [] : ['Falta el acuerdo o la resolución que lo ordena.']),
    ...fallasDeFechas(row),
  ]
}

function fallasDeFechas({ publico, ...row }: CampoPoliticaPack): string[] {
  const [desde, hasta] = [row.desde ?? '', row.hasta ?? '']
  if (!publico) return desde + hasta === '' ? [] : ['Las fechas dicen cuándo es público: no acotan lo que no lo es.']
  return hasta !== '' && hasta < desde ? ['El último día es anterior al primero.'] : []
}

export const ESTATUS_BORRADOR_POLITICA = ['borrador', 'activado', 'descartado'] as const
export type EstatusBorradorPolitica = (typeof ESTATUS_BORRADOR_POLITICA)[number]
export const ACTOS_POLITICA = ['guardar', 'activar', 'descartar'] as const
export type ActoPolitica = (typeof ACTOS_POLITICA)[number]

export const VIDA_POLITICA: Vida<EstatusBorradorPolitica, ActoPolitica> = {
  borrador: { guardar: 'borrador', activar: 'activado', descartar: 'descartado' },
  activado: {},
  descartado: {},
}

/** State that the rules of an act on a draft of the policy read. */
export interface BorradorPoliticaState {
  estatus: EstatusBorradorPolitica
  fallas: number
  diferencias: number
  /** Whether the version in force is the one that the draft was made from. */
  mismaBase: boolean
}

/** Why an act may not be done with a draft of the policy now, as sentences. */
export function razonesContraActoPolitica(
  { estatus, fallas, diferencias, mismaBase }: BorradorPoliticaState,
  acto: ActoPolitica,
): string[] {
  if (estatus === 'activado') return ['Ya está en vigor: una versión en uso no cambia.']
  if (estatus === 'descartado') return ['Se descartó.']
  if (acto !== 'activar') return []
  return [
    ...(mismaBase ? [] : ['Mientras tanto entró en vigor otra versión: empiece otro borrador a partir de ella.']),
    ...(diferencias === 0 ? ['No cambia nada de la versión que rige.'] : []),
    ...(fallas > 0 ? ['Hay campos sin lo que la ley pide: corrija lo señalado.'] : []),
  ]
}

import { MIN_CATEGORIAS, type CategoriaCodigo } from './libro.ts'

/**
 * A codebook is written (`borrador`); the texts are gathered (`reuniendo`); two people code them apart and settle where they differ (`abierta`);
 * what may be told is counted (`contando`) and stays as it was counted (`cerrada`), without a text or a code.
 */
export const ESTATUS_CODIFICACION = ['borrador', 'reuniendo', 'abierta', 'contando', 'cerrada'] as const
export type EstatusCodificacion = (typeof ESTATUS_CODIFICACION)[number]

/** One of the two places of those who code. */
export interface Plaza {
  cuentaId: string
  terminada: boolean
}

export const PLAZAS = 2

/** Whether both coded everything: until then neither sees the work of the other. */
export function ambasTerminaron(plazas: readonly Plaza[]): boolean {
  return plazas.length === PLAZAS && plazas.every(({ terminada }) => terminada)
}

export interface Codificable {
  estatus: EstatusCodificacion
  categorias: readonly CategoriaCodigo[]
  plazas: readonly Plaza[]
}

const NO_BORRADOR = 'El libro de códigos ya no cambia: la codificación empezó.'
const NO_ABIERTA = 'Esta codificación no está abierta.'

export function razonesContraGuardarLibro({ estatus }: Pick<Codificable, 'estatus'>): string[] {
  return estatus === 'borrador' ? [] : [NO_BORRADOR]
}

export function razonesContraAbrir({ estatus, categorias }: Pick<Codificable, 'estatus' | 'categorias'>): string[] {
  if (estatus !== 'borrador') return ['La codificación ya empezó.']
  // «Otras» is one more.
  return categorias.length > MIN_CATEGORIAS
    ? []
    : [`El libro de códigos necesita al menos ${MIN_CATEGORIAS} categorías, además de «Otras».`]
}

export function razonesContraTomarPlaza({ estatus, plazas }: Codificable, cuentaId: string): string[] {
  if (estatus !== 'abierta') return [NO_ABIERTA]
  if (plazas.some((plaza) => plaza.cuentaId === cuentaId)) return ['Usted ya tiene una de las dos plazas: no puede codificar dos veces.']
  return plazas.length < PLAZAS ? [] : ['Las dos plazas ya están tomadas.']
}

export function razonesContraCodificar({ estatus, plazas }: Codificable, cuentaId: string): string[] {
  if (estatus !== 'abierta') return [NO_ABIERTA]
  const own = plazas.find((plaza) => plaza.cuentaId === cuentaId)
  if (!own) return ['Tome antes una de las dos plazas.']
  return own.terminada ? ['Usted ya terminó: sus códigos no cambian.'] : []
}

export function razonesContraResolver({ estatus, plazas }: Codificable): string[] {
  if (estatus !== 'abierta') return [NO_ABIERTA]
  return ambasTerminaron(plazas) ? [] : ['Los desacuerdos se ven cuando las dos personas terminaron.']
}

export function razonesContraCerrar({ estatus, plazas }: Codificable): string[] {
  if (estatus !== 'abierta') return [NO_ABIERTA]
  return ambasTerminaron(plazas) ? [] : ['Falta que las dos personas terminen de codificar.']
}

export function razonesContraReiniciar({ estatus }: Pick<Codificable, 'estatus'>): string[] {
  if (estatus === 'abierta') return []
  return [estatus === 'cerrada' ? 'Lo que ya se contó no se cuenta otra vez: compararlo podría decir quién es quién.' : NO_ABIERTA]
}

/** Decision of one person on a text on which the two coders differ. */
export interface VotoFinal {
  cuentaId: string
  codigo: string
}

/**
 * The code that stands: the one that both gave from the beginning; else that of a third person, or one that both agreed on afterwards. Null:
 * it is not settled. `codigos`: of the two coders, by account.
 */
export function codigoFinal(codigos: readonly VotoFinal[], votos: readonly VotoFinal[]): string | null {
  const [a, b] = codigos
  if (!a || !b) return null
  if (a.codigo === b.codigo) return a.codigo
  const coders = [a.cuentaId, b.cuentaId]
  const third = votos.find(({ cuentaId }) => !coders.includes(cuentaId))
  if (third) return third.codigo
  const own = coders.map((cuentaId) => votos.find((voto) => voto.cuentaId === cuentaId)?.codigo)
  return own[0] !== undefined && own[0] === own[1] ? own[0] : null
}

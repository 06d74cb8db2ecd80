import { longDate } from '../base/fecha.ts'
import { isOneOf } from '../base/typed.ts'

/** Recurso de revisión of a persona before the autoridad garante, as the Unidad follows it. */
export const ACTOS_RECURSO = ['recurrir', 'admitir_recurso', 'tramitar_recurso', 'resolver_recurso', 'cumplir_recurso'] as const
export type ActoRecurso = (typeof ACTOS_RECURSO)[number]
export const ESTATUS_RECURSO = ['interpuesto', 'admitido', 'en_tramite', 'resuelto', 'cumplido'] as const
export type EstatusRecurso = (typeof ESTATUS_RECURSO)[number]
export const SENTIDOS_RECURSO = ['confirma', 'modifica', 'revoca', 'desecha'] as const
export type SentidoRecurso = (typeof SENTIDOS_RECURSO)[number]
/** Resolutions that order something: they say until when it is complied with. */
export const SENTIDOS_QUE_ORDENAN: readonly SentidoRecurso[] = ['modifica', 'revoca']

/** Facts of one act of a recurso. */
export interface DatosRecurso {
  /** Day on which it happened before the garante. */
  dia: string
  expediente?: string
  sentido?: SentidoRecurso
  /** Last day to comply with what was resolved. */
  cumplirAntes?: string
}

export interface Recurso {
  estatus: EstatusRecurso
  interpuesto: string
  expediente: string | null
  sentido: SentidoRecurso | null
  cumplirAntes: string | null
}

interface Hecho {
  acto: string
  fecha?: string
  recurso?: DatosRecurso
}

const TRAS: Record<ActoRecurso, EstatusRecurso> = {
  recurrir: 'interpuesto',
  admitir_recurso: 'admitido',
  tramitar_recurso: 'en_tramite',
  resolver_recurso: 'resuelto',
  cumplir_recurso: 'cumplido',
}

export function esDeRecurso(acto: string): acto is ActoRecurso {
  return isOneOf<string>(ACTOS_RECURSO, acto)
}

/** How the newest recurso stands; null: there is none. */
export function recursoDe(hechos: readonly Hecho[]): Recurso | null {
  const first = hechos.findLastIndex(({ acto }) => acto === 'recurrir')
  if (first < 0) return null
  const own = hechos.slice(first).filter(({ acto }) => esDeRecurso(acto))
  const datos = Object.assign({}, ...own.map(({ recurso }) => recurso)) as Partial<DatosRecurso>
  const { expediente = null, sentido = null, cumplirAntes = null } = datos
  return { estatus: TRAS[own.at(-1)?.acto as ActoRecurso], interpuesto: diaDe(own[0]), expediente, sentido, cumplirAntes }
}

function diaDe(opened: Hecho | undefined): string {
  return opened?.recurso?.dia ?? opened?.fecha ?? ''
}

/** Whether it waits for the garante, or what was resolved waits to be complied with. */
export function recursoAbierto(recurso: Recurso | null): boolean {
  if (recurso === null || recurso.estatus === 'cumplido') return false
  return recurso.estatus !== 'resuelto' || recurso.cumplirAntes !== null
}

/** How an open recurso runs, as a sentence: the garante has its own term; only that of compliance is the Unidad's. Null: none is open. */
export function relojDeRecurso(recurso: Recurso | null): string | null {
  if (recurso === null || !recursoAbierto(recurso)) return null
  const { cumplirAntes, interpuesto } = recurso
  if (cumplirAntes !== null) return `Cumplir lo que resolvió el garante a más tardar el ${longDate(cumplirAntes)}`
  return `Corre un recurso de revisión ante el garante, interpuesto el ${longDate(interpuesto)}`
}

/** Why an act on a recurso cannot be done now; none: it can. */
export function razonesContraRecurso(acto: ActoRecurso, hechos: readonly Hecho[]): string[] {
  const recurso = recursoDe(hechos)
  if (acto === 'recurrir') return recursoAbierto(recurso) ? ['Ya hay un recurso de revisión que sigue abierto.'] : []
  if (recurso === null) return ['No se ha interpuesto un recurso de revisión.']
  return DESDE[acto](recurso)
}

const DESDE: Record<Exclude<ActoRecurso, 'recurrir'>, (recurso: Recurso) => string[]> = {
  admitir_recurso: ({ estatus }) => (estatus === 'interpuesto' ? [] : ['El recurso ya se admitió o se resolvió.']),
  tramitar_recurso: ({ estatus }) => (estatus === 'admitido' ? [] : ['Sólo se tramita un recurso admitido.']),
  resolver_recurso: ({ estatus }) => (['resuelto', 'cumplido'].includes(estatus) ? ['El recurso ya se resolvió.'] : []),
  cumplir_recurso: (recurso) =>
    recurso.estatus === 'resuelto' && recursoAbierto(recurso) ? [] : ['No hay una resolución que falte cumplir.'],
}

const RESOLVIO: Record<SentidoRecurso, string> = {
  confirma: 'El garante confirma la respuesta.',
  modifica: 'El garante modifica la respuesta.',
  revoca: 'El garante revoca la respuesta.',
  desecha: 'El garante desecha el recurso.',
}

/** Facts of one act, as sentences. */
export function recursoEnPalabras({ dia, expediente, sentido, cumplirAntes }: DatosRecurso): string[] {
  return [
    `Ocurrió el ${longDate(dia)}.`,
    ...(expediente ? [`Expediente del recurso: ${expediente}.`] : []),
    ...(sentido ? [RESOLVIO[sentido]] : []),
    ...(cumplirAntes ? [`Se cumple a más tardar el ${longDate(cumplirAntes)}.`] : []),
  ]
}

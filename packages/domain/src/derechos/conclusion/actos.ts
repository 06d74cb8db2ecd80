import { longDate } from '../../base/fecha.ts'
import type { Rol } from '../../acceso/permisos.ts'
import type { ClaveEtapa } from './pack.ts'
import { seLePasoElDia, type EtapaPlan } from './plan.ts'

export const ACTOS_ETAPA = ['fijar', 'realizar', 'proponer', 'confirmar', 'retirar'] as const
export type ActoEtapa = (typeof ACTOS_ETAPA)[number]

/** Roles that carry out each stage. For public data it is the role that publishes; for private data also the role that answers for it. */
const ROLES: Record<ClaveEtapa, readonly Rol[]> = {
  fin_difusion: ['secretaria'],
  desindexacion: ['secretaria'],
  bloqueo: ['secretaria', 'transparencia'],
  supresion: ['secretaria', 'transparencia'],
}

/** Acts that cannot be undone take two people. */
export function requiereDosPersonas(clave: ClaveEtapa): boolean {
  return clave === 'supresion'
}

/** The acts that a stage knows, in the order in which they are offered. */
export function actosDe(clave: ClaveEtapa): ActoEtapa[] {
  return requiereDosPersonas(clave) ? ['fijar', 'proponer', 'confirmar', 'retirar'] : ['fijar', 'realizar']
}

export interface QuienActua {
  cuentaId: string
  rol: Rol
}

/** Why an act may not be done on a stage now, as sentences. */
export function razonesContraEtapa(acto: ActoEtapa, etapa: EtapaPlan, { rol, cuentaId }: QuienActua): string[] {
  const allowed: readonly Rol[] = acto === 'fijar' ? ['secretaria'] : ROLES[etapa.clave]
  if (!allowed.includes(rol)) {
    return [
      allowed.length === 1 ? 'Le corresponde a la Secretaría Ejecutiva.' : 'Le corresponde a la Secretaría Ejecutiva o a Transparencia.',
    ]
  }
  if (etapa.estatus === 'realizada') return ['Ya se realizó.']
  if (etapa.estatus === 'en_curso') return ['Ya está en curso.']
  return CONTRA[acto](etapa, cuentaId)
}

const CONTRA: Record<ActoEtapa, (etapa: EtapaPlan, cuentaId: string) => string[]> = {
  fijar: ({ hechos }) => (hechos.propuestaPor === null ? [] : ['Ya hay quien la propuso: retire antes la propuesta.']),
  realizar: tooEarly,
  proponer: (etapa) => (etapa.hechos.propuestaPor === null ? tooEarly(etapa) : ['Ya hay quien la propuso.']),
  confirmar: (etapa, cuentaId) => {
    const { propuestaPor } = etapa.hechos
    if (propuestaPor === null) return ['Nadie la ha propuesto.']
    return [...(propuestaPor === cuentaId ? ['La confirma una persona distinta de quien la propuso.'] : []), ...tooEarly(etapa)]
  },
  retirar: ({ hechos }) => (hechos.propuestaPor === null ? ['Nadie la ha propuesto.'] : []),
}

function tooEarly({ estatus, fecha }: EtapaPlan): string[] {
  if (estatus === 'por_confirmar') return ['Nadie ha fijado su día: está por confirmar.']
  if (estatus === 'programada') return [`Todavía no llega su día${fecha === null ? '' : ` (${longDate(fecha)})`}.`]
  if (estatus === 'en_espera') return ['Falta realizar la etapa anterior.']
  return []
}

/** Why a day may not be fixed for a stage: not before election day, nor before the stage that comes before. */
export function razonesContraFecha(
  fecha: string,
  { clave, plan, jornada }: { clave: ClaveEtapa; plan: readonly EtapaPlan[]; jornada: string },
): string[] {
  const { before, after } = around(clave, plan)
  return [
    ...(fecha <= jornada ? ['Debe ser posterior a la jornada electoral.'] : []),
    ...(before !== null && fecha < before ? [`No puede ser anterior al día de la etapa anterior (${longDate(before)}).`] : []),
    ...razonesContraMinimo(
      fecha,
      plan.find((each) => each.clave === clave),
    ),
    ...(after !== null && fecha > after ? [`No puede ser posterior al día ya fijado de la etapa siguiente (${longDate(after)}).`] : []),
  ]
}

function razonesContraMinimo(fecha: string, etapa: EtapaPlan | undefined): string[] {
  const minimo = etapa?.minimo ?? null
  if (minimo === null || fecha >= minimo) return []
  return [`Faltan los días que deben pasar desde la etapa anterior: el primero es el ${longDate(minimo)}.`]
}

/** The last day known before a stage, and the first one fixed after it. */
function around(clave: ClaveEtapa, plan: readonly EtapaPlan[]): { before: string | null; after: string | null } {
  const at = plan.findIndex((each) => each.clave === clave)
  return {
    before: plan.slice(0, at).findLast((each) => each.fecha !== null)?.fecha ?? null,
    after: plan.slice(at + 1).find(({ origen }) => origen === 'acuerdo')?.fecha ?? null,
  }
}

/** The stages whose day is over and that somebody of a role has to carry out. */
export function etapasQueFaltan(plan: readonly EtapaPlan[], { rol, hoy }: { rol: Rol; hoy: string }): EtapaPlan[] {
  const due = plan.filter((etapa) => seLePasoElDia(etapa, hoy) || etapa.estatus === 'disponible' || etapa.estatus === 'propuesta')
  return due.filter(({ clave, estatus }) => estatus !== 'en_espera' && ROLES[clave].includes(rol))
}

import { notaDeVoto } from '@conoceles/domain'
import type { RouteLocationRaw } from 'vue-router'
import type { EntregableDetalle, HitoEntregable, PasoEntregable, PuntoSesion, Trabajo } from '../../../api-types.ts'
import { t, tn } from '../mensajes.ts'
import { dateLong } from '../../../shared/formularios/dates.ts'
import { sesionPrevia, type AprobacionPrevia } from './sesion-previa.ts'
import { ABIERTAS, areasText, lugarOf, milestoneName, retrasoText } from './tablero.ts'

/** A serious matter of a point: what it is, who owes it, and the place that tells it whole. */
export interface Grave {
  key: string
  texto: string
  /** Empty: no area answers for it. */
  debe: string
  /** Sesión that would mend it: the one convened, or who convenes it and by when. */
  sesion: string[]
  lugar: RouteLocationRaw
}

type Punto = Pick<PuntoSesion, 'entregable' | 'materia'>
type Hitos = readonly Pick<HitoEntregable, 'milestone' | 'vence' | 'estatus'>[]

/** Sentences on a point: the moments that its approval fulfils, and those that it leaves open. */
export function efectosDe({ entregable, materia }: Punto, hitos: Hitos): string[] {
  const decide = materia === null ? [] : [t('porVotar.decide', { nombre: materia.nombre })]
  if (entregable === null) return materia === null ? [t('porVotar.cumpleNada')] : decide
  if (entregable.aprobado) return [...decide, t('porVotar.yaAprobado')]
  if (notaDeVoto(entregable, null) !== null) return [...decide, t('porVotar.cumpleSinVersion')]
  const abiertos = hitos.filter(({ estatus }) => ABIERTAS.includes(estatus) || estatus === 'sin_fecha').map(({ milestone }) => milestone)
  const aparte = abiertos.filter((milestone) => !entregable.cumple.includes(milestone))
  return [
    ...decide,
    t('porVotar.cumple', { plazos: plazosText(entregable.cumple, hitos) }),
    ...(aparte.length > 0 ? [t('porVotar.noCumple', { plazos: plazosText(aparte, hitos) })] : []),
  ]
}

/** "Aprobación del Pleno y Presentación al Pleno, que vencen el viernes 26 de abril de 2024" */
function plazosText(milestones: readonly string[], hitos: Hitos): string {
  const groups = new Map<string, Plazo[]>()
  for (const milestone of milestones) {
    const { vence = null, estatus = '' } = hitos.find((hito) => hito.milestone === milestone) ?? {}
    const day = `${vence} ${estatus === 'vencida'}`
    groups.set(day, [...(groups.get(day) ?? []), { milestone, vence, estatus }])
  }
  return [...groups.values()].map(groupText).join('; ')
}

interface Plazo {
  milestone: string
  vence: string | null
  estatus: string
}

/** Moments with the same last day. */
function groupText(plazos: readonly Plazo[]): string {
  const [{ vence = null, estatus = '' } = {}] = plazos
  const momento = plazos.map(({ milestone }) => milestoneName(milestone)).join(' y ')
  if (vence === null) return momento
  return tn(estatus === 'vencida' ? 'porVotar.plazoVencido' : 'porVotar.plazo', plazos.length, { momento, fecha: dateLong(vence) })
}

interface PorVotar {
  trabajo: Pick<Trabajo, 'clave' | 'pasos'>
  entregable: Pick<EntregableDetalle, 'hitos'> | null
  /** Steps before the vote without evidence. */
  antes: Trabajo['pasos']
  conVersion: boolean
  /** Absent in what a device kept before they were told. */
  previas?: readonly AprobacionPrevia[] | undefined
}

/** Matters that nobody should vote without knowing: no version, an organ below that has not approved, a term that is over. */
export function gravesDe({ trabajo, entregable, antes, conVersion, previas = [] }: PorVotar): Grave[] {
  const sinAprobar = antes.filter(({ milestone }) => milestone !== null)
  const told = new Set(sinAprobar.map(({ milestone }) => milestone))
  const vencidos = (entregable?.hitos ?? []).filter(({ estatus, milestone }) => estatus === 'vencida' && !told.has(milestone))
  const lugar = (ancla: string): RouteLocationRaw => lugarOf(trabajo.clave, ancla)
  return [
    ...(conVersion
      ? []
      : [{ key: 'version', texto: t('porVotar.sinVersion'), debe: debeVersion(trabajo), sesion: [], lugar: lugar('documentos') }]),
    ...sinAprobar.map((paso) => {
      const momento = paso.milestone ?? ''
      const previa = previas.find(({ milestone }) => milestone === momento)
      return {
        ...{ key: momento, texto: faltaText(paso, entregable), debe: areasText(paso.responsables), lugar: lugar('pasos') },
        sesion: previa ? sesionPrevia(previa) : [],
      }
    }),
    ...vencidos.map(({ milestone, retrasoMinutos, responsables }) => ({
      key: milestone,
      texto: t('porVotar.vencido', { momento: milestoneName(milestone), retraso: retrasoText(retrasoMinutos) ?? '' }),
      ...{ debe: areasText(responsables), sesion: [], lugar: lugar(milestone) },
    })),
  ]
}

function debeVersion({ pasos }: Pick<Trabajo, 'pasos'>): string {
  return areasText(pasos.find(({ tipo }) => tipo === 'proyecto')?.responsables ?? [])
}

/** "Falta: Aprobación de la Comisión. Venció el …" */
function faltaText({ milestone }: Pick<PasoEntregable, 'milestone'>, entregable: Pick<EntregableDetalle, 'hitos'> | null): string {
  const hito = entregable?.hitos.find((each) => each.milestone === milestone && each.estatus === 'vencida')
  const momento = milestoneName(milestone ?? '')
  const vencido = hito?.vence ? [t('porVotar.vencio', { fecha: dateLong(hito.vence) })] : []
  return [t('porVotar.faltaAprobar', { momento }), ...vencido, t('porVotar.noImpide')].join(' ')
}

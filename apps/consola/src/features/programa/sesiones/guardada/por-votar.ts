import type {
  EntregableDetalle,
  ObservacionEntregable,
  Sesion,
  Trabajo,
  VersionEntregable,
  VigenciaInforme,
} from '../../../../api-types.ts'
import { t, tn } from '../../mensajes.ts'
import { dateLong, dateTimeLong } from '../../../../shared/formularios/dates.ts'

type Resumen = Pick<VersionEntregable, 'numero' | 'clase' | 'nota' | 'retiro'>

/** Versions after that of the reunión de trabajo, newest first; null: none of the reunión is kept. */
export function cambiosDesdeReunion<T extends Resumen>(versiones: readonly T[]): T[] | null {
  const standing = versiones.filter(({ retiro }) => retiro === null).toSorted((a, b) => b.numero - a.numero)
  const reunion = standing.find(({ clase }) => clase === 'reunion_trabajo')
  return reunion ? standing.filter(({ numero }) => numero > reunion.numero) : null
}

/** Observaciones that nobody answered. */
export function sinAtender<T extends Pick<ObservacionEntregable, 'sinObservaciones' | 'respuestas'>>(observaciones: readonly T[]): T[] {
  return observaciones.filter(({ sinObservaciones, respuestas }) => !sinObservaciones && respuestas.length === 0)
}

/** Lesser warnings of the chain before this vote: steps not done or passed over, sources that disagree. */
export function advertenciasDe(
  trabajo: Pick<Trabajo, 'pasos' | 'advertencias'> | null,
  entregable: Pick<EntregableDetalle, 'contradicciones'> | null,
  cumple: readonly string[],
): string[] {
  return [...(trabajo ? faltasDe(trabajo, cumple) : []), ...contradiccionesDe(entregable?.contradicciones ?? [])]
}

function faltasDe({ advertencias, pasos }: Pick<Trabajo, 'pasos' | 'advertencias'>, cumple: readonly string[]) {
  // An approval is a serious matter, and what convenes its sesión says no more: beside a convened one it would read as if this were not.
  const propios = pasosAntes(pasos, cumple).filter(({ milestone, tipo }) => milestone === null && tipo !== 'convocatoria_sesion')
  const sinHacer = propios.map(({ texto }) => t('porVotar.falta', { paso: texto }))
  return [...advertencias, ...sinHacer]
}

function contradiccionesDe(contradicciones: EntregableDetalle['contradicciones']): string[] {
  const abiertas = contradicciones.filter(({ resuelto }) => !resuelto).length
  return abiertas === 0 ? [] : [tn('porVotar.contradicciones', abiertas)]
}

/** Steps without evidence that come before the one which this vote fulfils. */
export function pasosAntes(pasos: Trabajo['pasos'], cumple: readonly string[]): Trabajo['pasos'] {
  const own = pasos.findIndex(({ milestone }) => milestone !== null && cumple.includes(milestone))
  return pasos.slice(0, own === -1 ? pasos.length : own).filter(({ estatus }) => estatus === 'pendiente' || estatus === 'en_curso')
}

/** Required contents of which nobody said where they are; null: none. */
export function contenidosSinSenalar(contenidos: Trabajo['contenidos']): string | null {
  const faltan = contenidos.filter(({ abierto }) => abierto).map(({ texto }) => texto)
  return faltan.length === 0 ? null : t('porVotar.contenidos', { contenidos: faltan.join('; ') })
}

/** The newest version that stands: the one that is voted. */
export function versionVotada({ versiones }: Pick<Trabajo, 'versiones'>): VersionEntregable | null {
  return versiones.find(({ retiro }) => retiro === null) ?? null
}

/** The newest version that stood at an instant: the one that was voted then. */
export function versionAl<T extends Pick<VersionEntregable, 'registradoEn' | 'retiro'>>(
  { versiones }: { versiones: readonly T[] },
  instante: string,
): T | null {
  const en = Date.parse(instante)
  return (
    versiones.find(({ registradoEn, retiro }) => Date.parse(registradoEn) <= en && (retiro === null || Date.parse(retiro.en) > en)) ?? null
  )
}

/** Whether the reunión de trabajo is a step of this work of which nobody recorded that it was held. */
export function faltaReunion({ pasos, registros }: Pick<Trabajo, 'pasos' | 'registros'>): boolean {
  const paso = pasos.find(({ tipo }) => tipo === 'observaciones')
  return paso !== undefined && paso.fecha === null && !registros.some(({ paso: clave }) => clave === paso.clave)
}

/** How the version that is voted compares with the earlier ones, in a sentence; null: each change has its own line. */
export function comparacionDe(versiones: readonly Resumen[]): string | null {
  const cambios = cambiosDesdeReunion(versiones)
  if (cambios !== null) return cambios.length === 0 ? t('porVotar.nadaCambio') : null
  return versiones.filter(({ retiro }) => retiro === null).length === 1 ? t('porVotar.unica') : t('porVotar.sinReunion')
}

/** The areas that make the document answer its observaciones; nothing else but the vote ends their time. */
export function quienResponde(pasos: Trabajo['pasos'], { fecha, hora }: Pick<Sesion, 'fecha' | 'hora'>): string {
  const areas = (pasos.find(({ tipo }) => tipo === 'proyecto')?.responsables ?? []).map(({ nombre }) => nombre).join(', ')
  const cuando = hora === null ? dateLong(fecha) : `${dateLong(fecha)}, ${hora}`
  return areas === '' ? t('porVotar.nadieResponde', { cuando }) : t('porVotar.responde', { areas, cuando })
}

interface CifrasDeHoy {
  tone: 'warning' | 'info'
  titulo: string
  /** Whether another corte is advised; null where nothing can be compared. */
  consejo: string | null
  /** Each figure that is another, as a sentence. */
  cuales: string[]
}

/** Whether the figures of the document are others now; null: they are the same, or there is no document. */
export function cifrasDeHoy(vigencia: VigenciaInforme | null, pasos: Trabajo['pasos'] = []): CifrasDeHoy | null {
  if (vigencia === null || vigencia.version === null || vigencia.cambiaron === 0) return null
  const { cambiaron, tomadoEn } = vigencia
  if (cambiaron === null || tomadoEn === null) return { tone: 'info', titulo: t('porVotar.sinComparar'), consejo: null, cuales: [] }
  const cuales = vigencia.ejemplos.map(({ tabla, fila, columna, antes, ahora }) =>
    t('porVotar.cifra', { tabla, fila, columna, antes: antes ?? t('porVotar.noEstaba'), ahora: ahora ?? t('porVotar.yaNoEsta') }),
  )
  // A new text would have to go again through each organ that approved this one.
  const aprobado = pasos.some(({ milestone, estatus }) => APROBACIONES.includes(milestone ?? '') && estatus === 'hecho')
  return {
    ...{ tone: 'warning', titulo: tn('porVotar.cambiaron', cambiaron, { fecha: dateTimeLong(tomadoEn) }) },
    consejo: t(aprobado ? 'porVotar.sinOtroCorte' : 'porVotar.otroCorte'),
    cuales,
  }
}

const APROBACIONES: readonly string[] = ['comision', 'pleno', 'comite']

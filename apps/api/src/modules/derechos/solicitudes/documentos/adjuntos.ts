import { ACTOS_CON_OFICIO, esPoder } from '@conoceles/domain'
import type { PruebaDerecho } from '../prueba-derecho.entity.ts'
import type { Hecho, SolicitudDerecho } from '../solicitud-derecho.entity.ts'
import { HECHO } from '../../derecho-en-palabras.ts'
import { OFICIO, TITULO_OFICIO } from './oficio.ts'
import { sinExtension } from './papel.ts'

type Adjunto = Pick<PruebaDerecho, 'hecho' | 'nombre'>

/** Matter of a paper, for the name of its file: the letter or the act that it goes with, or the request. */
export function materiaDeArchivo(row: SolicitudDerecho, adjunto: Adjunto): string {
  const acto = actoDe(row, adjunto)
  if (acto !== null) return ACTOS_CON_OFICIO.includes(acto) ? (OFICIO[acto] ?? 'respuesta') : acto.replaceAll('_', '-')
  return esPoder({ nombre: adjunto.nombre ?? '' }) ? 'poder' : 'solicitud'
}

/** Title of a paper in the index: its matter, the folio of the request and the name that its sender gave. */
export function tituloDeAdjunto(row: SolicitudDerecho, adjunto: Adjunto): string {
  return `${acompanaA(row, adjunto)}, ${row.folio}: ${sinExtension(adjunto.nombre ?? 'documento')}`
}

/** Paper, act or request that a document goes with. */
export function acompanaA(row: SolicitudDerecho, adjunto: Pick<PruebaDerecho, 'hecho'>): string {
  const acto = actoDe(row, adjunto)
  if (acto === null) return 'La solicitud'
  return ACTOS_CON_OFICIO.includes(acto) ? (TITULO_OFICIO[acto] ?? 'Oficio de respuesta') : HECHO[acto]
}

function actoDe({ hechos }: SolicitudDerecho, { hecho }: Pick<PruebaDerecho, 'hecho'>): Hecho['acto'] | null {
  return hecho === null ? null : (hechos.find(({ folio }) => folio === hecho)?.acto ?? null)
}

import type { EntityManager } from 'typeorm'
import { conArticulo, localDay, longDate, sesionEnPalabras, type OrganoPack, type ProgramaPack } from '@conoceles/domain'
import { enLista } from '../../intercambio/exportaciones/index.ts'
import { findAprobaciones, listVersiones, type AprobacionVotada, type VersionGuardada } from '../sesiones/index.ts'
import type { ActividadesService, EntregableDetailDto } from '../actividades/index.ts'
import { toIso } from '../../../shared/clock.ts'
import { nombreDe } from './remision-en-palabras.ts'

/** Document that an entregable remits, with its approvals and the version that was approved. */
export interface DocumentoRemitido {
  /** Clave of the entregable that the oficio remits. */
  clave: string
  /** Clave of the entregable whose document it is. */
  de: string
  /** "el informe mensual de avance, correspondiente a marzo de 2024". */
  nombre: string
  aprobaciones: Aprobacion[]
  /** Version that stood at the last vote; null: nobody voted, or none was registered before. */
  votada: VersionGuardada | null
  /** Document of that version, or of its text as it was emitted once approved. */
  aprobada: string | null
  /** The Pleno approved it, and it still says that it is a project. */
  proyecto: boolean
  /** It is an informe, and its approved file was not emitted here: nobody knows which marks it bears. */
  ajeno: boolean
  /** Documents of every version. */
  versiones: string[]
}

interface Aprobacion {
  organo: OrganoPack
  /** Vote in a sesión; null: known by its evidence alone. */
  voto: AprobacionVotada | null
  /** ISO 8601. */
  en: string
  referencia: string
}

interface Reading {
  procesoId: string
  organos: readonly OrganoPack[]
  actividades: ActividadesService
}

export async function readDocumentosRemitidos(
  tx: EntityManager,
  { procesoId, organos, actividades }: Reading,
  details: readonly EntregableDetailDto[],
): Promise<DocumentoRemitido[]> {
  const programa = await actividades.leerPrograma(tx)
  const sources = new Map(details.map((detail) => [detail.clave, sourceOf(detail, programa)]))
  const entregables = [...new Set(sources.values())]
  const known = new Map((await actividades.details(tx, entregables)).map((detail) => [detail.clave, detail]))
  const votos = await findAprobaciones(tx, { procesoId, entregables })
  const versiones = await listVersiones(tx, { procesoId, entregables })
  const informes = new Set(programa.actividades.flatMap(({ clave, informe }) => (informe ? [clave] : [])))
  return details.map((detail) => {
    const source = sources.get(detail.clave) ?? detail.clave
    const aprobaciones = organos.flatMap((organo) => aprobacionDe(organo, { detail: known.get(source) ?? detail, votos: votos.filter(({ entregable }) => entregable === source) })) // prettier-ignore
    const own = versiones.filter(({ entregable }) => entregable === source)
    return {
      clave: detail.clave,
      de: source,
      nombre: nombreDocumento(detail),
      aprobaciones,
      ...aprobadaDe(own, { aprobaciones, informe: informes.has((known.get(source) ?? detail).actividad) }),
      versiones: own.map(({ documentoId }) => documentoId),
    }
  })
}

type Aprobada = Pick<DocumentoRemitido, 'votada' | 'aprobada' | 'proyecto' | 'ajeno'>

function aprobadaDe(
  versiones: readonly VersionGuardada[],
  { aprobaciones, informe }: { aprobaciones: readonly Aprobacion[]; informe: boolean },
): Aprobada {
  const last = aprobaciones
    .map(({ en }) => en)
    .sort()
    .at(-1)
  const votada = last === undefined ? undefined : versiones.find(({ registradaEn }) => toIso(registradaEn) <= last)
  if (!votada) return { votada: null, aprobada: null, proyecto: false, ajeno: false }
  const limpia = versiones.find(({ textoDe }) => textoDe === votada.numero)
  if (limpia) return { votada, aprobada: limpia.documentoId, proyecto: false, ajeno: false }
  const delPleno = aprobaciones.some(({ organo }) => organo.aprueba === 'pleno')
  return { votada, aprobada: votada.documentoId, proyecto: delPleno && votada.emitida, ajeno: informe && !votada.emitida }
}

/** Clave of the entregable whose document this is: another one's, when this only remits it. */
function sourceOf({ clave, actividad }: EntregableDetailDto, { actividades }: ProgramaPack): string {
  return actividades.find((each) => each.clave === actividad)?.documento?.de ?? clave
}

/** "el informe mensual…, correspondiente a marzo de 2024": the document of an entregable in a sentence. */
export function nombreDocumento(detail: EntregableDetailDto): string {
  const { documento, evento } = detail
  if (documento === null) return `el documento «${nombreDe(detail)}»`
  return evento ? `${documento} (${evento.titulo})` : documento
}

function aprobacionDe(organo: OrganoPack, { detail, votos }: { detail: EntregableDetailDto; votos: AprobacionVotada[] }): Aprobacion[] {
  const voto = votos.filter((each) => each.organo === organo.clave).at(-1) ?? null
  if (voto) return [{ organo, voto, en: toIso(voto.votadoEn), referencia: voto.acuerdo ?? '' }]
  const moments = [...detail.hitos, ...detail.cadena].filter(({ milestone }) => milestone !== null && milestone === organo.aprueba)
  const found = moments.find(({ cumplimiento }) => cumplimiento?.aplica)?.cumplimiento
  return found ? [{ organo, voto: null, en: found.ocurridoEn, referencia: found.referencia }] : []
}

/** Which organs approved each document, in which sesión and by which acuerdo; empty while nobody did. */
export function aprobacionesEnPalabras(documentos: readonly DocumentoRemitido[], zona: string): string {
  const approved = documentos.filter(({ aprobaciones }) => aprobaciones.length > 0)
  return approved
    .map(({ nombre, aprobaciones }) => {
      const subject = documentos.length === 1 ? 'Dicho documento' : `De lo anterior, ${nombre}`
      const ordered = aprobaciones.toSorted((one, other) => one.en.localeCompare(other.en))
      return `${subject} fue aprobado ${enLista(ordered.map((each) => `por ${aprobacionEnPalabras(each, zona)}`))}.`
    })
    .join(' ')
}

function aprobacionEnPalabras({ organo, voto, en, referencia }: Aprobacion, zona: string): string {
  const who = conArticulo(organo)
  if (voto) {
    const how = voto.acuerdo === null ? '' : `, mediante el acuerdo ${voto.acuerdo}`
    return `${who} en su ${sesionEnPalabras(voto)}, celebrada el ${longDate(voto.fecha)}${how}`
  }
  return `${who} el ${longDate(localDay(en, zona))}, según consta en ${referencia}`
}

type Falta = 'falta_documento' | 'otra_version' | 'dice_proyecto' | 'no_emitido' | 'fecha_anterior'

/** Faults of an oficio about a document: it goes without it, with another version, or bears a day before its approval. */
export function faltasDeDocumento(
  { aprobada, proyecto, ajeno, versiones, aprobaciones }: DocumentoRemitido,
  { anexos, fecha, zona }: { anexos: readonly string[]; fecha: string; zona: string },
): Falta[] {
  const attached = aprobada !== null && anexos.includes(aprobada)
  const other = versiones.some((each) => each !== aprobada && anexos.includes(each))
  return [
    ...(aprobada !== null && !attached ? ['falta_documento' as const] : []),
    ...(other ? ['otra_version' as const] : []),
    ...(proyecto ? ['dice_proyecto' as const] : []),
    ...(ajeno ? ['no_emitido' as const] : []),
    ...(aprobaciones.some(({ en }) => localDay(en, zona) > fecha) ? ['fecha_anterior' as const] : []),
  ]
}

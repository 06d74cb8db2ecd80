import { advertenciasEntregable } from '@conoceles/domain'
import type { EntregableDetailDto } from '../actividades/index.ts'
import type { DocumentoDto } from '../../registro/index.ts'
import { toIso } from '../../../shared/clock.ts'
import type { ContenidoSenalado } from './contenido-senalado.entity.ts'
import type {
  ContenidoEntregableDto,
  ObservacionEntregableDto,
  PasoRegistradoDto,
  RespuestaEntregableDto,
  RetiroDto,
  TrabajoDto,
  VersionEntregableDto,
} from './entregables.dto.ts'
import type { ObservacionEntregable } from './observacion-entregable.entity.ts'
import type { PasoRegistrado } from './paso-registrado.entity.ts'
import type { RespuestaEntregable } from './respuesta-entregable.entity.ts'
import type { VersionEntregable } from './version-entregable.entity.ts'

/** Everything that is kept of the work on one entregable. */
export interface Filas {
  versiones: VersionEntregable[]
  senales: ContenidoSenalado[]
  observaciones: ObservacionEntregable[]
  respuestas: RespuestaEntregable[]
  registros: PasoRegistrado[]
  documentos: Map<string, DocumentoDto>
}

/** The work as it is shown to one account. */
export function toTrabajo(detail: EntregableDetailDto, filas: Filas, cuentaId: string): TrabajoDto {
  const numeros = new Map(filas.versiones.map(({ id, numero }) => [id, numero]))
  const contenidos = detail.contenidos.map((texto) => toContenido(texto, filas))
  const observaciones = filas.observaciones.map((row) => toObservacion(row, { filas, numeros, cuentaId }))
  return {
    clave: detail.clave,
    pasos: detail.cadena,
    siguiente: detail.siguiente,
    registros: filas.registros.map((row) => toRegistro(row, filas)),
    versiones: filas.versiones.map((row) => toVersion(row, filas)),
    contenidos,
    observaciones,
    faltas: detail.advertencias,
    plan: detail.plan,
    advertencias: advertenciasEntregable({
      contenidosAbiertos: contenidos.filter(({ abierto }) => abierto).map(({ texto }) => texto),
      observacionesSinAtender: observaciones.filter(isOpen).length,
      terminado: isFinished(detail, filas),
    }),
  }
}

function isOpen({ retiro, sinObservaciones, respuestas }: ObservacionEntregableDto): boolean {
  return retiro === null && !sinObservaciones && respuestas.length === 0
}

function isFinished({ hitos, cadena }: EntregableDetailDto, { versiones }: Filas): boolean {
  const sent = [...hitos, ...cadena].some(({ milestone, cumplimiento }) => milestone === 'remision' && cumplimiento?.aplica === true)
  return sent || versiones.some(({ clase, retiradaEn }) => clase === 'final' && retiradaEn === null)
}

function toVersion(row: VersionEntregable, { documentos }: Filas): VersionEntregableDto {
  const { numero, clase, fecha, nota, textoDe, registradaEn, rol, folio, documentoId } = row
  const documento = documentos.get(documentoId)
  if (!documento) throw new Error(`version ${row.id} names a document that is not there`)
  return { numero, clase, fecha, nota, textoDe, registradoEn: toIso(registradaEn), rol, folio, documento, retiro: toRetiro(row) }
}

function toContenido(texto: string, { senales, versiones }: Filas): ContenidoEntregableDto {
  const found = senales.find(({ contenido }) => contenido === texto)
  const version = found && versiones.find(({ id }) => id === found.versionId)
  if (!found || !version) return { texto, senal: null, abierto: true }
  const { lugar, registradoEn, rol, folio } = found
  const senal = { lugar, version: version.numero, registradoEn: toIso(registradoEn), rol, folio }
  return { texto, senal, abierto: version.retiradaEn !== null }
}

interface Reading {
  filas: Filas
  numeros: Map<string, number>
  cuentaId: string
}

function toObservacion(row: ObservacionEntregable, { filas, numeros, cuentaId }: Reading): ObservacionEntregableDto {
  const { id, integrante, cargo, sinObservaciones, lugar, texto, fecha, registradaEn, registradaPor, rol, folio } = row
  return {
    ...{ id, integrante, cargo, sinObservaciones, lugar, texto, fecha, rol, folio },
    registradoEn: toIso(registradaEn),
    propia: registradaPor === cuentaId,
    respuestas: filas.respuestas.filter(({ observacionId }) => observacionId === id).map((respuesta) => toRespuesta(respuesta, numeros)),
    retiro: toRetiro(row),
  }
}

function toRespuesta(row: RespuestaEntregable, numeros: Map<string, number>): RespuestaEntregableDto {
  const { id, sentido, texto, rol, folio, registradaEn, versionId } = row
  const version = versionId === null ? null : (numeros.get(versionId) ?? null)
  return { id, sentido, texto, rol, folio, registradoEn: toIso(registradaEn), version }
}

function toRegistro(row: PasoRegistrado, { documentos }: Filas): PasoRegistradoDto {
  const { paso, referencia, sinObservaciones, rol, folio, documentoId } = row
  return {
    ...{ paso, referencia, sinObservaciones, rol, folio },
    ocurridoEn: toIso(row.ocurridoEn),
    registradoEn: toIso(row.registradoEn),
    documento: (documentoId && documentos.get(documentoId)) || null,
  }
}

function toRetiro({ retiradaEn, retiradaMotivo }: { retiradaEn: Date | null; retiradaMotivo: string | null }): RetiroDto | null {
  return retiradaEn && { en: toIso(retiradaEn), motivo: retiradaMotivo ?? '' }
}

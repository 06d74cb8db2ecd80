import { estatusRemision, type MedioRemision } from '@conoceles/domain'
import type { EntregableDetailDto, HitoDto } from '../actividades/index.ts'
import type { DocumentoDto } from '../../registro/index.ts'
import type { RetiroEvidencia } from '../entregables/index.ts'
import { toIso } from '../../../shared/clock.ts'
import type { Remision } from './remision.entity.ts'
import type { CorreccionRemision } from './correccion-remision.entity.ts'
import type {
  AcuseRemisionDto,
  AnexoRemisionDto,
  CorreccionRemisionDto,
  EntregableRemitidoDto,
  EnvioRemisionDto,
  RemisionDto,
  RemisionListadaDto,
} from './remisiones.dto.ts'

type Owed = Omit<EntregableRemitidoDto, 'hito'> & { hitos: HitoDto[] }

export function remisionOf({ hitos }: Pick<EntregableDetailDto, 'hitos'>): HitoDto | null {
  return hitos.find(({ milestone }) => milestone === 'remision') ?? null
}

/** Shape of a remitted entregable, with the milestone of its remisión. */
export function toRemitido(owed: Owed): EntregableRemitidoDto {
  const { clave, numero, nombre, mes, evento } = owed
  return { clave, numero, nombre, mes, evento, hito: remisionOf(owed) }
}

/** An undone import takes its duty along; the oficio that named it stays. */
function toRemitidos({ entregables }: Remision, board: ReadonlyMap<string, Owed>): EntregableRemitidoDto[] {
  return entregables.map((clave) => {
    const owed = board.get(clave)
    return owed ? toRemitido(owed) : { clave, numero: clave, nombre: clave, mes: null, evento: null, hito: null }
  })
}

export function toListada(row: Remision, board: ReadonlyMap<string, Owed>): RemisionListadaDto {
  const entregables = toRemitidos(row, board)
  const sent = row.enviadaEn !== null && row.anuladaEn === null
  const delays = sent ? entregables.flatMap(({ hito }) => hito?.retrasoMinutos ?? []) : []
  return {
    id: row.id,
    numero: row.numero,
    asunto: row.asunto,
    fecha: row.fecha,
    estatus: estatusRemision(row),
    enviadaEn: toIso(row.enviadaEn),
    anuladaEn: toIso(row.anuladaEn),
    retrasoMinutos: delays.length > 0 ? Math.max(...delays) : null,
    entregables,
  }
}

export interface RemisionParts {
  board: ReadonlyMap<string, Owed>
  documentos: ReadonlyMap<string, DocumentoDto>
  retiros: ReadonlyMap<string, RetiroEvidencia>
  /** Names of its annexes by the id of their file. */
  nombres: ReadonlyMap<string, string>
  advertencias: RemisionDto['advertencias']
  correcciones: readonly CorreccionRemision[]
}

/** A remisión in all its parts; the faults of its paper are told from them. */
export function toRemision(row: Remision, { board, documentos, retiros, nombres, advertencias, correcciones }: RemisionParts): RemisionDto {
  const { version, lugar, destinatario, atencion, cuerpo, remitente, copias, iniciales, plantilla, anuladaEn } = row
  return {
    ...toListada(row, board),
    ...{ version, lugar, destinatario, atencion, cuerpo, remitente, copias, iniciales, plantilla, advertencias, faltas: [] },
    anexos: toAnexos(row, { documentos, retiros, nombres }),
    preparadaEn: toIso(row.preparadaEn),
    cargada: row.preparadaPor === null,
    envio: toEnvio(row, documentos),
    acuse: toAcuse(row, documentos),
    correcciones: correcciones.map((correccion) => toCorreccion(correccion, documentos)),
    anulacion: anuladaEn && { anuladaEn: toIso(anuladaEn), motivo: row.anuladaMotivo ?? '' },
  }
}

function toAnexos(
  { anexos }: Remision,
  { documentos, retiros, nombres }: Pick<RemisionParts, 'documentos' | 'retiros' | 'nombres'>,
): AnexoRemisionDto[] {
  return anexos
    .flatMap((id) => documentos.get(id) ?? [])
    .map((documento) => {
      const retiro = retiros.get(documento.id)
      return {
        ...documento,
        retiro: retiro ? { entregable: retiro.entregable, retiradoEn: toIso(retiro.retiradoEn) } : null,
        documento: nombres.get(documento.id) ?? null,
      }
    })
}

/** Ids of every document that a remisión names. */
export function documentosOf({ anexos, oficioId, acuseDocumentoId }: Remision, correcciones: readonly CorreccionRemision[]): string[] {
  const replaced = correcciones.map(({ documentoId }) => documentoId)
  return [...anexos, ...[oficioId, acuseDocumentoId, ...replaced].flatMap((id) => id ?? [])]
}

function toCorreccion(
  { id, que, dato, motivo, folio, ...row }: CorreccionRemision,
  documentos: RemisionParts['documentos'],
): CorreccionRemisionDto {
  return {
    ...{ id, que, dato, motivo, folio },
    ...{ ocurridoEn: toIso(row.ocurridoEn), registradoEn: toIso(row.registradoEn), corregidaEn: toIso(row.corregidaEn) },
    documento: documentos.get(row.documentoId ?? '') ?? null,
  }
}

function toEnvio(row: Remision, documentos: RemisionParts['documentos']): EnvioRemisionDto | null {
  if (row.enviadaEn === null) return null
  return {
    enviadaEn: toIso(row.enviadaEn),
    medio: row.medio as MedioRemision,
    registradoEn: toIso(row.envioRegistradoEn ?? row.enviadaEn),
    folio: row.envioFolio ?? '',
    oficio: documentos.get(row.oficioId ?? '') ?? null,
  }
}

function toAcuse(row: Remision, documentos: RemisionParts['documentos']): AcuseRemisionDto | null {
  if (row.acuseEn === null) return null
  return {
    recibidaEn: toIso(row.acuseEn),
    folio: row.acuseFolio ?? '',
    registradoEn: toIso(row.acuseRegistradoEn ?? row.acuseEn),
    documento: documentos.get(row.acuseDocumentoId ?? '') ?? null,
  }
}

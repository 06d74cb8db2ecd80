import type { components, paths } from '@conoceles/api-client'
import type { IndicePublico } from '@conoceles/domain/consulta'
import type { MarkdownBlock } from '@conoceles/ui/markdown'

export type { Problem } from '@conoceles/api-client'

type Schemas = components['schemas']

/** Shapes of the public answers, by the names of the glossary. */
export type Corte = Schemas['CorteRefDto']
export type Nombrado = Schemas['ReferenciaDto']
export type CargoPublico = Schemas['CargoPublicoDto'] & { principio?: string }
export type Proceso = Omit<Schemas['ProcesoPublicoDto'], 'cargos'> & { cargos: CargoPublico[] }
/** One paper ballot, by the cargos on its front and its back. */
export type Boleta = Schemas['BoletaPublicaDto']
export type Contienda = Schemas['ContiendaPublicaDto']
/** Section of the voter card → [municipio, distrito]; comunidad → municipio. */
export type Territorio = { secciones: Record<string, string[]>; comunidades: Record<string, string> }
/** A language: its texts by their key, and those of the proceso by the Spanish ones. */
export type TextosIdioma = Omit<Schemas['IdiomaDto'], 'mensajes' | 'frases'> & {
  mensajes: Record<string, string>
  frases: Record<string, string>
}
export type Fecha = Schemas['FechaPublicaDto']
export type Indicacion = Schemas['IndicacionVotarDto']
export type Fila = Schemas['FilaPublicaDto']
/** Page of the list, asked for or made from the index, without the remarks for programs. */
export type Pagina = Omit<Schemas['ListPublicaDto'], 'licencia' | 'documentacion' | 'orden'>
/** In the order of a day: all of a contienda, or the first of the whole list as the publisher gives them to its page. */
export type ListaDelDia = Omit<Schemas['ListaDelDiaDto'], 'licencia' | 'documentacion'>
/** The index says of each word what it may be; the contract, that it is a text. */
export type Indice = IndicePublico & Pick<Schemas['IndicePublicoDto'], 'corte'>
export type Campo = Schemas['CampoPublicoDto']
export type Seccion = Schemas['SeccionPublicaDto']
export type Salida = Schemas['SalidaPublicaDto']
export type Distintivo = Schemas['DistintivoDto']
/** Kinds of page by which visits are counted. */
export type ClaseVisita = Schemas['VisitaDto']['clase']
export type CandidaturaPublica = Schemas['CandidaturaPublicaDto']
export type Mosaico = Schemas['MosaicoPublicoDto']
export type Estadistica = Schemas['EstadisticaDto']
/** The signed list of one corte; the contract leaves its cabecera open. */
export interface Manifiesto {
  cabecera: { numero: number; en: string; recursos: { cuantos: number; sha256: string } }
  recursos: { ruta: string; sha256: string; bytes: number }[]
}
/** Signed entries of a corte for the page and the data of a candidatura. */
export interface PruebaCorte extends Omit<Schemas['PruebaCorteDto'], 'cabecera'> {
  cabecera: { numero: number; en: string; recursos: { cuantos: number; raiz: string } }
}
export type AcusePublico = Schemas['AcusePublicoDto']
/** Approval of a version of the aviso: organ, day and acta. */
export interface AprobacionAviso {
  organo: string
  fecha: string | null
  acta: string | null
  sesion?: string
  actaFecha?: string
}
/** The law in force on its first day. */
export interface LeyAviso {
  nombre: string
  identifica: string
  fuente: string
  confianza: string
}
export type AvisoPrivacidad = Omit<Schemas['AvisoPublicoDto'], 'aprobacion' | 'bloques' | 'ley'> & {
  aprobacion: AprobacionAviso
  bloques: MarkdownBlock[]
  ley: LeyAviso | null
}
export type FilaAviso = Omit<Schemas['FilaAvisoDto'], 'aprobacion' | 'ley'> & { aprobacion: AprobacionAviso; ley: LeyAviso | null }
export type ListaAvisos = Omit<Schemas['ListAvisosPublicosDto'], 'elementos'> & { elementos: FilaAviso[] }
export interface ParrafoAviso {
  kind: 'same' | 'added' | 'removed' | 'changed'
  segments: { kind: 'same' | 'added' | 'removed'; text: string }[]
}
export interface CambioFinalidad {
  clase: 'agregada' | 'retirada' | 'cambiada'
  antes: { texto: string } | null
  despues: { texto: string } | null
}
export type CambiosAviso = Omit<Schemas['CambiosAvisoDto'], 'parrafos' | 'finalidades'> & {
  parrafos: ParrafoAviso[]
  finalidades: CambioFinalidad[]
}
export type EtapaPublica = Schemas['EtapaPublicaDto']
export type FinDifusion = Schemas['FinDifusionDto']
export type ArchivoDescarga = Schemas['ArchivoDescargaDto']
export type CampoDescarga = Schemas['CampoDescargaDto']
export type Historia = Schemas['HistoriaPublicaDto']
export type CorteVigente = Schemas['CorteVigenteDto']
export type Licencia = Schemas['LicenciaDto']
export type CampoPolitica = Schemas['CampoPoliticaPublicaDto']
export type TipoAviso = Schemas['AvisoParamsDto']['tipo']
export type CandidaturasQuery = NonNullable<paths['/api/v1/publico/candidaturas']['get']['parameters']['query']>

import { esPublicoEn, razonCampoFijo } from '@conoceles/domain'
import type {
  BorradorPoliticaState,
  CampoConocido,
  CampoPoliticaPack,
  DiferenciaPolitica,
  FallaPolitica,
  SustentoPolitica,
} from '@conoceles/domain'
import type { DocumentoDto } from '../../registro/index.ts'
import type { PoliticaPublicacion } from '../../publicacion/index.ts'
import type { PoliticaBorrador } from './politica-borrador.entity.ts'
import { toIso } from '../../../shared/clock.ts'
import type {
  BorradorPoliticaCompletoDto,
  BorradorPoliticaDto,
  CampoPoliticaDto,
  SustentoPoliticaDto,
  VersionPoliticaDto,
} from './politicas.dto.ts'

/** Names and documents shown with a row of the policy. */
export interface Alrededor {
  conocidos: readonly CampoConocido[]
  documentos: ReadonlyMap<string, DocumentoDto>
}

export interface Leido {
  borrador: PoliticaBorrador
  /** Rows of the version in force. */
  antes: readonly CampoPoliticaPack[]
  conocidos: readonly CampoConocido[]
  diferencias: DiferenciaPolitica[]
  fallas: FallaPolitica[]
  state: BorradorPoliticaState
}

export function toVersionPolitica(rows: readonly PoliticaPublicacion[], at: number, hoy: string): VersionPoliticaDto | null {
  const row = rows[at]
  if (!row) return null
  const { version, vigenteDesde, campos, motivo, activadaEn } = row
  // The newest comes first: the one before it in the list took its place, the same day at the latest.
  const next = rows[at - 1]
  const rige = vigenteDesde <= hoy && (next === undefined || next.vigenteDesde > hoy)
  const publicos = campos.filter((each) => esPublicoEn(each, hoy)).length
  return {
    ...{ version, vigenteDesde, motivo, rige, activadaEn: toIso(activadaEn), publicos, privados: campos.length - publicos },
    vigenteHasta: next && next.vigenteDesde <= hoy ? next.vigenteDesde : null,
  }
}

/** The rows of a version, in the order of the record, with the unnamed ones as private. */
export function toCampos(campos: readonly CampoPoliticaPack[], { conocidos, documentos }: Alrededor): CampoPoliticaDto[] {
  const rows = new Map(campos.map((each) => [each.campo, each]))
  return conocidos.map((conocido) => toCampo(rows.get(conocido.campo) ?? sinNombrar(conocido.campo), { conocido, documentos }))
}

/** A field that a version does not name. */
export function sinNombrar(campo: string): CampoPoliticaPack {
  return { campo, publico: false, base: '', fuente: 'La política no lo nombra: no se publica', confianza: 'alta' }
}

function toCampo(
  { campo, publico, base, desde = null, hasta = null, fuente, confianza, sustento = null }: CampoPoliticaPack,
  { conocido, documentos }: { conocido: CampoConocido } & Pick<Alrededor, 'documentos'>,
): CampoPoliticaDto {
  const { titulo, origen } = conocido
  const fijo = razonCampoFijo(conocido)
  return {
    campo,
    titulo,
    origen,
    fijo,
    publico,
    base,
    desde,
    hasta,
    fuente,
    confianza,
    sustento: sustento && toSustento(sustento, documentos),
  }
}

function toSustento({ documentoId, ...rest }: SustentoPolitica, documentos: Alrededor['documentos']): SustentoPoliticaDto {
  return { ...rest, documento: (documentoId !== null && documentos.get(documentoId)) || null }
}

export function toBorradorPolitica({ id, motivo, estatus, version, baseVersion, guardadoEn }: PoliticaBorrador): BorradorPoliticaDto {
  return { id, motivo, estatus, version, baseVersion, guardadoEn: toIso(guardadoEn) }
}

type Completo = Pick<BorradorPoliticaCompletoDto, 'votos' | 'porConfirmar' | 'acciones'> & Pick<Alrededor, 'documentos'>

export function toBorradorPoliticaCompleto(leido: Leido, { documentos, ...more }: Completo): BorradorPoliticaCompletoDto {
  const { borrador, antes, conocidos, diferencias, fallas } = leido
  const campos = toCampos(borrador.campos, { conocidos, documentos })
  const before = new Map(toCampos(antes, { conocidos, documentos }).map((each) => [each.campo, each]))
  const named = new Set(antes.map(({ campo }) => campo))
  const tituloOf = (campo: string) => conocidos.find((each) => each.campo === campo)?.titulo ?? campo
  return {
    ...toBorradorPolitica(borrador),
    campos,
    diferencias: diferencias.flatMap(({ campo, aspectos }) => {
      const despues = campos.find((each) => each.campo === campo)
      return despues ? [{ campo, titulo: despues.titulo, aspectos, antes: (named.has(campo) && before.get(campo)) || null, despues }] : []
    }),
    fallas: fallas.map(({ campo, razon }) => ({ campo, titulo: tituloOf(campo), razon })),
    ...more,
    aprobacion: borrador.aprobacion,
    historia: borrador.historia,
  }
}

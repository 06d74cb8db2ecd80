import type { EntityManager } from 'typeorm'
import type { Asked } from '../../../../database/reader.ts'
import { readRows } from '../../../../database/rows.ts'
import type { Calidad, Sexo, TipoDemarcacion } from '@conoceles/domain'
import { parseJson } from '@conoceles/domain/typed'

export interface CandidaturaRow {
  id: string
  orden: string
  partido: string
  cargo: string
  cargoClave: string
  principio: string
  lugarTipo: TipoDemarcacion
  lugarClave: string
  lugarNombre: string
  cabecera: string | null
  /** Name of the entidad when it is not that of the proceso. */
  entidad: string | null
  folio: number
  nombre: string
  calidad: Calidad
  sexo: Sexo
  fechaNacimiento: string | null
  edadDeclarada: number | null
}

/** Those in force, in the order of the ballots, from one position on. */
export async function readCandidaturas(
  tx: EntityManager,
  page: { procesoId: string; despues: string; limite: number },
): Promise<CandidaturaRow[]> {
  return readRows<CandidaturaRow>(
    tx,
    `select c.id, c.orden, a.nombre as partido, g.nombre as cargo, g.clave as "cargoClave", g.principio, d.tipo as "lugarTipo", d.clave as "lugarClave", d.nombre as "lugarNombre",
       d.cabecera, d.entidad, c.folio_formula as folio, concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre, c.calidad,
       p.sexo, p.fecha_nacimiento::text as "fechaNacimiento", p.edad_declarada as "edadDeclarada"
     from captura.candidatura c
     join captura.persona p on p.id = c.persona_id
     join captura.cargo g on g.id = c.cargo_id
     join captura.demarcacion d on d.id = c.demarcacion_id
     join captura.actor_politico a on a.id = c.actor_id
     where c.proceso_id = $1 and c.orden > $2 and c.estatus = 'aprobada' order by c.orden limit $3`,
    [page.procesoId, page.despues, page.limite],
  )
}

/** From here on nobody but this transaction: the secretaría may read answers, and only to export them. */
export async function declararLectura(tx: EntityManager): Promise<void> {
  await tx.query(`select set_config('app.lectura', 'exportacion', true)`)
}

export interface SeccionRow {
  candidaturaId: string
  clave: string
  /** Null where it is of identity. */
  respuestas: Record<string, unknown> | null
}

/** Sections that somebody saved, be it with blanks. */
export async function readSecciones(
  tx: EntityManager,
  { candidaturas, cuestionarios }: { candidaturas: string[]; cuestionarios: string[] },
): Promise<SeccionRow[]> {
  return readRows<SeccionRow>(
    tx,
    `select candidatura_id as "candidaturaId", clave, respuestas from captura.seccion
     where candidatura_id = any($1) and cuestionario_id = any($2) and guardada_en is not null`,
    [candidaturas, cuestionarios],
  )
}

/** Parts of the public record of a candidatura that the workbook tells. */
export interface DocumentoPublico {
  nombre: string
  sexo: Sexo | null
  edad: number | null
  calidad: Calidad
  estatus: string
  actorPolitico: { nombre: string }
  secciones: { clave: string; estatus: string; campos: { clave: string; valor: unknown }[] }[]
  distintivos: { grupo: string; origen: string }[]
}

/** The bytes that the public routes hand out now, read as anybody reads them; by candidatura. */
export async function readDocumentos(lector: Asked, candidaturas: string[]): Promise<Map<string, DocumentoPublico>> {
  const rows = await readRows<{ ruta: string; contenido: Buffer }>(
    lector,
    'select ruta, contenido from publico.recurso where ruta = any($1) and hasta_corte is null',
    [candidaturas.map((id) => `candidaturas/${id}`)],
  )
  return new Map(
    rows.map(({ ruta, contenido }) => [ruta.slice(ruta.indexOf('/') + 1), parseJson<DocumentoPublico>(contenido.toString('utf8'))]),
  )
}

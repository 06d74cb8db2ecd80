import type { EntityManager } from 'typeorm'
import type { ClaseInforme, ClaseVersion } from '@conoceles/domain'
import { InformeCorte } from './informe-corte.entity.ts'
import { InformeEmision } from './informe-emision.entity.ts'
import { InformeTexto } from './informe-texto.entity.ts'
import { readRows } from '../../database/rows.ts'

export interface Lugar {
  procesoId: string
  entregable: string
}

/** The newest cut of an informe of a kind other than this one. */
export async function findCorteAnterior(
  tx: EntityManager,
  { procesoId, clase, entregable }: Lugar & { clase: ClaseInforme },
): Promise<InformeCorte | null> {
  return tx
    .createQueryBuilder(InformeCorte, 'c')
    .where('c.procesoId = :procesoId and c.clase = :clase and c.entregable <> :entregable', { procesoId, clase, entregable })
    .orderBy('c.tomadoEn', 'DESC')
    .limit(1)
    .getOne()
}

/** Counts of each informe, without its figures. */
export async function countDeCada(
  tx: EntityManager,
  procesoId: string,
): Promise<Map<string, { cortes: number; ultimoCorteEn: Date; emisiones: number; ultimaEmisionEn: Date | null }>> {
  const rows = await readRows<{ entregable: string; cortes: number; ultimoCorteEn: Date; emisiones: number; ultimaEmisionEn: Date | null }>(
    tx,
    `select c.entregable, count(*)::int as cortes, max(c.tomado_en) as "ultimoCorteEn",
       (select count(*)::int from captura.informe_emision e where e.proceso_id = $1 and e.entregable = c.entregable) as emisiones,
       (select max(e.emitida_en) from captura.informe_emision e where e.proceso_id = $1 and e.entregable = c.entregable) as "ultimaEmisionEn"
     from captura.informe_corte c where c.proceso_id = $1 group by c.entregable`,
    [procesoId],
  )
  return new Map(rows.map(({ entregable, ...row }) => [entregable, row]))
}

export type CorteSinDatos = Omit<InformeCorte, 'datos'>

/** Its cuts, newest first, without their frozen data. */
export async function listCortes(tx: EntityManager, lugar: Lugar): Promise<CorteSinDatos[]> {
  return tx.find(InformeCorte, {
    where: { ...lugar },
    select: { id: true, numero: true, tomadoEn: true, cortePublico: true, sha256: true, folio: true, consulta: true },
    order: { numero: 'DESC' },
  })
}

export async function findCorte(tx: EntityManager, lugar: Lugar, numero?: number): Promise<InformeCorte | null> {
  const [row] = await tx.find(InformeCorte, {
    where: { ...lugar, ...(numero === undefined ? {} : { numero }) },
    order: { numero: 'DESC' },
    take: 1,
  })
  return row ?? null
}

export async function listEmisiones(tx: EntityManager, lugar: Lugar): Promise<InformeEmision[]> {
  return tx.find(InformeEmision, { where: { ...lugar }, order: { numero: 'DESC' } })
}

/** The newest version of each part, by its clave. */
export async function readTextos(tx: EntityManager, { procesoId, entregable }: Lugar): Promise<Map<string, InformeTexto>> {
  const rows = await tx
    .createQueryBuilder(InformeTexto, 't')
    .distinctOn(['t.seccion'])
    .where('t.procesoId = :procesoId and t.entregable = :entregable', { procesoId, entregable })
    .orderBy({ 't.seccion': 'ASC', 't.version': 'DESC' })
    .getMany()
  return new Map(rows.map((row) => [row.seccion, row]))
}

/** The texts that an emission was made with. */
export async function readTextosDe(
  tx: EntityManager,
  { procesoId, entregable }: Lugar,
  versiones: Readonly<Record<string, number>>,
): Promise<Map<string, string>> {
  const rows = await readRows<{ seccion: string; texto: string }>(
    tx,
    `select t.seccion, t.texto from captura.informe_texto t
     join json_each_text($3::json) v on v.key = t.seccion and v.value::int = t.version where t.proceso_id = $1 and t.entregable = $2`,
    [procesoId, entregable, JSON.stringify(versiones)],
  )
  return new Map(rows.map(({ seccion, texto }) => [seccion, texto]))
}

/** Versions of its entregable that are documents emitted here: by the hash of the file. */
export async function readEnviadas(
  tx: EntityManager,
  { procesoId, entregable }: Lugar,
): Promise<Map<string, { numero: number; clase: ClaseVersion }>> {
  const rows = await readRows<{ sha256: string; numero: number; clase: ClaseVersion }>(
    tx,
    `select d.sha256, v.numero, v.clase from captura.entregable_version v join captura.documento d on d.id = v.documento_id
     where v.proceso_id = $1 and v.entregable = $2 and v.retirada_en is null order by v.numero`,
    [procesoId, entregable],
  )
  return new Map(rows.map(({ sha256, ...version }) => [sha256, version]))
}

/** For each month with an emitted informe: its emissions, and how much the newest one tells of each matter. */
export async function listMensuales(
  tx: EntityManager,
  procesoId: string,
): Promise<{ entregable: string; emisiones: number; realizadas: number; hechos: number; vencidos: number; ultima: string }[]> {
  const rowsOf = (clave: string) =>
    `coalesce((select jsonb_array_length(t -> 'filas') from jsonb_array_elements(c.datos -> 'tablas') t where t ->> 'clave' = '${clave}'), 0)`
  return readRows(
    tx,
    `select distinct on (e.entregable) e.entregable, count(*) over (partition by e.entregable)::int as emisiones,
       ${rowsOf('realizadas')} as realizadas, ${rowsOf('hechos')} as hechos, ${rowsOf('vencidos')} as vencidos,
       to_char(e.emitida_en at time zone (c.datos -> 'emisor' ->> 'zona'), 'DD/MM/YYYY') as ultima
     from captura.informe_emision e join captura.informe_corte c on c.id = e.corte_id
     where e.proceso_id = $1 and c.clase = 'mensual' order by e.entregable, e.numero desc`,
    [procesoId],
  )
}

import type { Asked } from '../../database/reader.ts'
import { readRows } from '../../database/rows.ts'

/** Material of a card: public bytes, and the corte since which they are public. */
export interface FichaRow {
  /** The public answer of the candidatura, and its hash. */
  documento: Buffer
  sha256: string
  proceso: Buffer
  /** The middle size of the photograph, if one is public. */
  fotografia: Buffer | null
  /** Registered emblem of the actor, if one is public. */
  emblema: Buffer | null
  corte: number
  corteEn: Date
  corteSha256: string
}

/** One statement, so that it is one state of the public world, however many cortes come in meanwhile. */
export async function findFicha(lector: Asked, ruta: string): Promise<FichaRow | null> {
  const rows = await readRows<FichaRow>(
    lector,
    `select d.contenido as documento, d.sha256, p.contenido as proceso, f.contenido as fotografia, e.contenido as emblema,
       c.numero as corte, c.en as "corteEn", c.sha256 as "corteSha256"
     from publico.recurso d
     join publico.corte c on c.numero = d.desde_corte
     join publico.recurso p on p.ruta = 'proceso' and p.hasta_corte is null
     left join publico.recurso f on f.hasta_corte is null
       and f.ruta = substring(convert_from(d.contenido, 'UTF8')::jsonb #>> '{fotografia,media}' from 'fotografias/[^/]+$')
     left join publico.recurso e on e.hasta_corte is null
       and e.ruta = substring(convert_from(p.contenido, 'UTF8')::jsonb
         #>> array['emblemas', convert_from(d.contenido, 'UTF8')::jsonb #>> '{actorPolitico,clave}'] from 'emblemas/[^/]+$')
     where d.ruta = $1 and d.hasta_corte is null`,
    [ruta],
  )
  return rows[0] ?? null
}

/** Data of the previews that show no person. */
export interface SitioRow {
  proceso: Buffer
  contiendas: Buffer | null
}

export async function findSitio(lector: Asked): Promise<SitioRow | null> {
  const rows = await readRows<SitioRow>(
    lector,
    `select p.contenido as proceso, k.contenido as contiendas from publico.recurso p
     left join publico.recurso k on k.ruta = 'contiendas' and k.hasta_corte is null
     where p.ruta = 'proceso' and p.hasta_corte is null`,
    [],
  )
  return rows[0] ?? null
}

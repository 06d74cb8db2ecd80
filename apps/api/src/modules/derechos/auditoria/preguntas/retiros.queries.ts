import type { EntityManager } from 'typeorm'
import { readRows } from '../../../../database/rows.ts'

export interface ActoDeRetiro {
  n: number
  acto: string
  en: string
  objeto: string
  detalle: {
    candidaturas?: string[] | number
    retira?: string[]
    oculta?: string[]
    bloqueaHasta?: string
    hasta?: string | null
    llaves?: number
    provisionalHasta?: string
  }
}

/** One version of a public page: between which acts it was shown. */
export interface VersionRow {
  candidaturaId: string
  nDesde: number
  hasta: number | null
  nHasta: number | null
  hastaEn: Date | null
  /** Whether another version took its place. */
  sigue: boolean
  /** No address holds the bytes of this version or an earlier one. */
  limpia: boolean
}

/** Acts that take something of a persona away by themselves. */
const RETIROS = [
  ...['consentimiento.revocado', 'bloqueo.propuesto', 'bloqueo.confirmado', 'identidad.bloqueada', 'identidad.suprimida'],
  ...['derecho.hacer_efectivo', 'derecho.suprimir', 'conclusion.suprimida', 'fotografia.retirada', 'seccion.pausada'],
  ...['candidatura.sustituida', 'candidatura.cancelada', 'candidatura.retirada'],
]

/** Acts after which something of a candidatura may stop being public. */
const CAUSAS = [...RETIROS, 'consentimiento.revisado', 'consentimiento.otorgado']

/** Every act that takes something away, newest first. */
export async function listActosDeRetiro(tx: EntityManager): Promise<ActoDeRetiro[]> {
  return readRows<ActoDeRetiro>(
    tx,
    `select n::int as n, acto, contenido::jsonb ->> 'en' as en, coalesce(objeto_id, '') as objeto, contenido::jsonb -> 'detalle' as detalle
     from bitacora.acto where acto = any($1) order by n desc`,
    [RETIROS],
  )
}

/** The versions of the public pages of these candidaturas, oldest first. */
export async function listVersiones(tx: EntityManager, candidaturas: readonly string[]): Promise<VersionRow[]> {
  return readRows<VersionRow>(
    tx,
    `select substring(r.ruta from 14) as "candidaturaId", coalesce(d.n, 0)::int as "nDesde", r.hasta_corte as hasta, h.n::int as "nHasta",
       k.en as "hastaEn", exists (select 1 from publico.recurso s where s.ruta = r.ruta and s.desde_corte = r.hasta_corte) as sigue,
       not exists (select 1 from publico.recurso o
         where o.ruta = r.ruta and o.desde_corte <= r.desde_corte and o.huella is not null) as limpia
     from publico.recurso r left join publico.corte k on k.numero = r.hasta_corte
     left join bitacora.acto d on d.acto = 'corte.publicado' and d.objeto_id = r.desde_corte::text
     left join bitacora.acto h on h.acto = 'corte.publicado' and h.objeto_id = r.hasta_corte::text
     where r.ruta = any($1) order by r.desde_corte`,
    [candidaturas.map((id) => `candidaturas/${id}`)],
  )
}

export interface SalidaRow {
  candidaturaId: string
  corte: number
  en: Date
  limpio: boolean
  acto: { n: number; acto: string; en: string } | null
  nCorte: number | null
}

/** Pages of candidaturas that left, newest first, with the act before. */
export async function listSalidas(tx: EntityManager): Promise<SalidaRow[]> {
  return readRows<SalidaRow>(
    tx,
    `select substring(r.ruta from 14) as "candidaturaId", r.hasta_corte as corte, k.en,
       not exists (select 1 from publico.recurso o where o.ruta = r.ruta and o.huella is not null) as limpio,
       (select json_build_object('n', a.n, 'acto', a.acto, 'en', a.contenido::jsonb ->> 'en') from bitacora.acto a
         where a.acto = any($1) and a.n < coalesce(p.n, 9223372036854775807)
           and (a.objeto_id = substring(r.ruta from 14) or a.contenido::jsonb -> 'detalle' -> 'candidaturas' ? substring(r.ruta from 14))
         order by a.n desc limit 1) as acto, p.n::int as "nCorte"
     from publico.recurso r join publico.corte k on k.numero = r.hasta_corte
     left join bitacora.acto p on p.acto = 'corte.publicado' and p.objeto_id = r.hasta_corte::text
     where r.ruta ~ '^candidaturas/[0-9a-f-]{36}$' and not exists (
       select 1 from publico.recurso s where s.ruta = r.ruta and s.desde_corte = r.hasta_corte)
     order by r.hasta_corte desc, r.ruta`,
    [CAUSAS],
  )
}

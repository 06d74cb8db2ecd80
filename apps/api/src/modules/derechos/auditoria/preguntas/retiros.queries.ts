import type { EntityManager } from 'typeorm'
import { readRows } from '../../../../database/rows.ts'
import { PUBLICADOS } from './actos.queries.ts'

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
  /** The same, of the earlier ones alone. */
  limpiaAntes: boolean
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
    `with ${PUBLICADOS} select substring(r.ruta from 14) as "candidaturaId", coalesce(d.n, 0) as "nDesde", r.hasta_corte as hasta, h.n as "nHasta",
       h.en as "hastaEn", exists (select 1 from publico.recurso s where s.ruta = r.ruta and s.desde_corte = r.hasta_corte) as sigue,
       not exists (select 1 from publico.recurso o
         where o.ruta = r.ruta and o.desde_corte <= r.desde_corte and o.huella is not null) as limpia,
       not exists (select 1 from publico.recurso o
         where o.ruta = r.ruta and o.desde_corte < r.desde_corte and o.huella is not null) as "limpiaAntes"
     from publico.recurso r left join publicado d on d.numero = r.desde_corte left join publicado h on h.numero = r.hasta_corte
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
  nCorte: number
}

/** A corte, and what was made anew with it. */
export interface CorteRow {
  numero: number
  /** Act that published it; 0: it has none. */
  n: number
  en: Date
  /** Whether it has other statistics than the one before. */
  estadisticas: boolean
  /** Whether identity answers were counted with it. */
  identidad: boolean
}

/** Every corte, oldest first. */
export async function listCortes(tx: EntityManager): Promise<CorteRow[]> {
  return readRows<CorteRow>(
    tx,
    `with ${PUBLICADOS} select numero, n, en, exists (select 1 from captura.estadistica_corte e where e.corte = numero) as identidad,
       exists (select 1 from publico.recurso r where r.ruta = 'estadisticas' and r.desde_corte = numero) as estadisticas
     from publicado order by numero`,
  )
}

/** Pages of candidaturas that left, newest first, with the act before. */
export async function listSalidas(tx: EntityManager): Promise<SalidaRow[]> {
  return readRows<SalidaRow>(
    tx,
    `with ${PUBLICADOS} select substring(r.ruta from 14) as "candidaturaId", r.hasta_corte as corte, k.en,
       not exists (select 1 from publico.recurso o where o.ruta = r.ruta and o.huella is not null) as limpio,
       (select json_build_object('n', a.n, 'acto', a.acto, 'en', a.contenido::jsonb ->> 'en') from bitacora.acto a
         where a.acto = any($1) and (k.n = 0 or a.n < k.n)
           and (a.objeto_id = substring(r.ruta from 14) or a.contenido::jsonb -> 'detalle' -> 'candidaturas' ? substring(r.ruta from 14))
         order by a.n desc limit 1) as acto, k.n as "nCorte"
     from publico.recurso r join publicado k on k.numero = r.hasta_corte
     where r.ruta ~ '^candidaturas/[0-9a-f-]{36}$' and not exists (
       select 1 from publico.recurso s where s.ruta = r.ruta and s.desde_corte = r.hasta_corte)
     order by r.hasta_corte desc, r.ruta`,
    [CAUSAS],
  )
}

import type { EntityManager } from 'typeorm'
import { readRows } from '../../../../database/rows.ts'

export interface RetiroRow {
  candidaturaId: string
  corte: number
  en: Date
  limpio: boolean
  acto: { n: number; acto: string; en: string } | null
  nCorte: number | null
}

/** Acts after which something of a candidatura stops being public. */
const CAUSAS = [
  ...['consentimiento.revocado', 'consentimiento.revisado', 'consentimiento.otorgado', 'bloqueo.confirmado', 'fotografia.retirada'],
  ...[
    'seccion.pausada',
    'candidatura.sustituida',
    'candidatura.cancelada',
    'candidatura.retirada',
    'identidad.suprimida',
    'derecho.hacer_efectivo',
  ],
]

/** Pages of candidaturas that left, newest first. */
export async function listRetiros(tx: EntityManager): Promise<RetiroRow[]> {
  return readRows<RetiroRow>(
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

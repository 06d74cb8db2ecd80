import type { EntityManager } from 'typeorm'
import { toIso } from '../../../shared/clock.ts'
import { readRows } from '../../../database/rows.ts'
import type { SolicitudDerecho } from './solicitud-derecho.entity.ts'

export interface Correccion {
  /** Number in the bitácora. */
  n: number
  que: string
  en: string
}

/** Acts that change the data kept about a persona. */
const QUE: Record<string, string> = {
  'candidatura.corregida': 'se corrigió un dato del registro',
  'candidatura.actualizada': 'se actualizaron los datos del registro',
  'captura.guardada': 'se guardó de nuevo una sección de su cuestionario',
  'correccion.resuelta': 'se resolvió una corrección pedida por quien captura',
  'fotografia.recibida': 'se cambió su fotografía',
  'fotografia.retirada': 'se retiró su fotografía',
}

type Pedida = Pick<SolicitudDerecho, 'candidaturaId' | 'creadaEn' | 'recibida'>

/** Corrections of her data since her request arrived, the newest first. */
export async function listCorrecciones(tx: EntityManager, solicitud: Pedida): Promise<Correccion[]> {
  const rows = await readRows<{ n: string; acto: string; en: Date }>(
    tx,
    `select a.n, a.acto, (a.contenido::jsonb ->> 'en')::timestamptz as en from bitacora.acto a
     where a.objeto_id = $1 and a.acto = any($2) and a.contenido::jsonb ->> 'en' >= $3 order by a.n desc limit 30`,
    [solicitud.candidaturaId, Object.keys(QUE), solicitud.recibida],
  )
  return rows.map(({ n, acto, en }) => ({ n: Number(n), que: QUE[acto] ?? acto, en: toIso(en) }))
}

export async function findCorreccion(tx: EntityManager, solicitud: Pedida, n: number): Promise<Correccion | null> {
  return (await listCorrecciones(tx, solicitud)).find((each) => each.n === n) ?? null
}

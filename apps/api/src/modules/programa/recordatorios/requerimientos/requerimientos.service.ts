import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { localDay } from '@conoceles/domain'
import type { CuentaDeActor } from '../../../acceso/index.ts'
import { toDate } from '../../../../shared/clock.ts'
import { readRows } from '../../../../database/rows.ts'
import { cuantas, plazoEnPalabras } from '../../../../shared/documentos/fechas.ts'
import type { Escrito } from '../capturas/capturas.service.ts'
import { oneLine, toTexto, type Carta } from '../carta.ts'
import { Recordatorio } from '../recordatorio.entity.ts'
import type { Reglas } from '../situation.service.ts'

interface Cuentas {
  listValidadoras(actores: readonly string[]): Promise<CuentaDeActor[]>
}

interface RequerimientoRow {
  id: string
  actorId: string
  folio: string
  observaciones: number
  vence: string
}

/** Tells those who validate for an actor político that a requerimiento was notified to it by mail; the paper itself waits in the consola. */
export class RequerimientosCorreoService {
  constructor(private readonly cuentas: Cuentas) {}

  /** Writes the message of each that nobody was told of. */
  async plan(tx: EntityManager, reglas: Reglas, now: Date): Promise<void> {
    const requerimientos = await this.list(tx, reglas, null)
    if (requerimientos.length === 0) return
    const cuentas = await this.cuentas.listValidadoras(requerimientos.map(({ actorId }) => actorId))
    const rows = requerimientos.flatMap((each) =>
      cuentas.filter(({ actorId }) => actorId === each.actorId).map((cuenta) => toRow(each, cuenta, { reglas, now })),
    )
    if (rows.length > 0) await tx.createQueryBuilder().insert().into(Recordatorio).values(rows).orIgnore().execute()
  }

  /** Writes a waiting message as of now; null once somebody acknowledged the requerimiento, or the account validates no more. */
  async compose(tx: EntityManager, { clave, cuentaId }: Recordatorio, reglas: Reglas): Promise<Escrito | null> {
    const [, id = ''] = clave.split('|')
    const [found] = await this.list(tx, reglas, id)
    const cuenta = found && (await this.cuentas.listValidadoras([found.actorId])).find((each) => each.id === cuentaId)
    return found && cuenta ? { carta: toCarta(found, cuenta, reglas), para: cuenta.correo } : null
  }

  private list(tx: EntityManager, { ahora, reglas }: Reglas, una: string | null): Promise<RequerimientoRow[]> {
    const desde = toDate(ahora.subtract({ hours: reglas.vigenciaHoras * (una === null ? 1 : 2) }))
    return readRows<RequerimientoRow>(
      tx,
      `select r.id, r.actor_politico_id as "actorId", 'OBS-' || lpad(r.numero::text, 4, '0') as folio, r.observaciones, r.vence::text as vence
       from captura.requerimiento r
       where r.medio = 'correo' and r.acusado_en is null and r.notificado_en > $1 and r.notificado_en <= $2 and case when $3::uuid is null
         then not exists (select 1 from captura.recordatorio m where m.tipo = 'requerimiento' and starts_with(m.clave, 'requerimiento|' || r.id || '|'))
         else r.id = $3 end`,
      [desde, toDate(ahora), una],
    )
  }
}

/** No name of a persona, and nothing of what was observed: the message passes through mail servers. */
function toCarta({ folio, observaciones, vence }: RequerimientoRow, { nombre }: CuentaDeActor, { instituto, origen }: Reglas): Carta {
  return {
    asunto: `Conóceles: requerimiento ${folio} por atender`,
    saludo: oneLine(nombre),
    partes: [
      { texto: `${oneLine(instituto)} le notifica un requerimiento por observaciones a la captura de sus candidaturas.` },
      {
        datos: [
          ['Folio', folio],
          ['Contiene', cuantas(observaciones, ['observación', 'observaciones'])],
          ['Vence', plazoEnPalabras(vence)],
        ],
      },
      { texto: 'Léalo en la consola y acuse de recibo ahí mismo.' },
      { enlace: 'Abrir los requerimientos', url: `${origen}/consola/requerimientos` },
    ],
    pie: [{ texto: `${oneLine(instituto)}. Mensaje automático del sistema «Candidatas y Candidatos, Conóceles».` }],
  }
}

function toRow(requerimiento: RequerimientoRow, cuenta: CuentaDeActor, { reglas, now }: { reglas: Reglas; now: Date }): Recordatorio {
  const carta = toCarta(requerimiento, cuenta, reglas)
  const { ahora } = reglas
  return {
    ...{ id: randomUUID(), clave: `requerimiento|${requerimiento.id}|${cuenta.id}`, tipo: 'requerimiento', cuentaId: cuenta.id },
    ...{ rol: 'validacion', dia: localDay(ahora, reglas.zona) },
    ...{ entregable: null, milestone: null, distancia: null, asunto: carta.asunto, texto: toTexto(carta) },
    ...{ desde: toDate(ahora), caducaEn: toDate(ahora.add({ hours: reglas.reglas.vigenciaHoras })) },
    ...{ estatus: 'pendiente', intentos: 0, proximoIntento: now, aMano: false },
    ...{ tomadoPor: null, tomadoHasta: null, enviadoEn: null, falla: null },
    ...{ candidaturaId: null, candidaturas: null, solicitudId: null, pedidoPor: null, pide: null },
  }
}

import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { In, type EntityManager } from 'typeorm'
import { localDay } from '@conoceles/domain'
import { isOneOf } from '@conoceles/domain/typed'
import type { AccesoModule, CuentaConAlcance } from '../../../acceso/index.ts'
import type { ProcesosService } from '../../../proceso/index.ts'
import { act, type Quien } from '../../../../shared/act.ts'
import { toDate } from '../../../../shared/clock.ts'
import type { Deps } from '../../../../shared/deps.ts'
import { MarcaNovedades, type LineaRow, type NovedadesCuentaService } from '../../novedades/index.ts'
import { toTexto } from '../carta.ts'
import type { Escrito } from '../capturas/capturas.service.ts'
import { Recordatorio } from '../recordatorio.entity.ts'
import { NOBODY } from '../sistema.ts'
import type { Reglas, SituationService } from '../situation.service.ts'
import { toCartaResumen } from './resumenes.carta.ts'

interface Services {
  cuentas: Pick<AccesoModule, 'listActivas'>
  novedades: NovedadesCuentaService
  procesos: ProcesosService
  situation: SituationService
}

const CLASES = ['resumen', 'momento'] as const
type Clase = (typeof CLASES)[number]

/** A span that ended, whose facts make one message. */
interface Tramo {
  clase: Clase
  hasta: Temporal.Instant
}

const CUARTO_MS = 15 * 60_000
/** An act takes its hour when it begins, and is seen when it ends. */
const REPOSO_MS = 60_000
const HORAS: Record<Clase, number> = { resumen: 24, momento: 0.25 }

/** News of all candidaturas of an account in one message: once a day, or what cannot wait every quarter of an hour. */
export class ResumenesService {
  private lastQuarter = 0

  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  /** Writes due messages, once in each quarter of an hour: a bulk act makes one message, not one for each candidatura. */
  async plan(): Promise<void> {
    const quarter = Math.floor((this.deps.clock.now().epochMilliseconds - REPOSO_MS) / CUARTO_MS) * CUARTO_MS
    if (quarter === this.lastQuarter) return
    const found = await act(this.deps.databases, NOBODY, async (tx) => {
      if (!(await this.services.procesos.exists(tx))) return null
      const marcas = await tx.find(MarcaNovedades, { where: { correo: In(CLASES) } })
      return { marcas, reglas: await this.services.situation.reglas(tx) }
    })
    if (!found) return
    const { marcas, reglas } = found
    const claseOf = new Map(marcas.map(({ cuentaId, correo }) => [cuentaId, correo]))
    const cuentas = await this.services.cuentas.listActivas([...claseOf.keys()])
    const rows: Recordatorio[] = []
    for (const cuenta of cuentas) {
      const clase = claseOf.get(cuenta.id)
      if (!isOneOf(CLASES, clase)) continue
      const hasta = clase === 'momento' ? Temporal.Instant.fromEpochMilliseconds(quarter) : lastSummary(reglas)
      const lineas = await this.lineas(cuenta, { clase, hasta })
      if (lineas.length > 0) rows.push(this.toRow(cuenta, { clase, hasta }, { lineas, reglas }))
    }
    if (rows.length > 0)
      await act(this.deps.databases, NOBODY, (tx) => tx.createQueryBuilder().insert().into(Recordatorio).values(rows).orIgnore().execute())
    this.lastQuarter = quarter
  }

  /** Writes a waiting message as of now; null when the account chose otherwise, or nothing of it holds any more. */
  async compose(tx: EntityManager, { clave, cuentaId }: Recordatorio, reglas: Reglas): Promise<Escrito | null> {
    const [, clase, , hasta] = clave.split('|')
    const marca = await tx.findOneBy(MarcaNovedades, { cuentaId })
    const [cuenta] = await this.services.cuentas.listActivas([cuentaId])
    if (!cuenta || !isOneOf(CLASES, clase) || marca?.correo !== clase) return null
    const lineas = await this.lineas(cuenta, { clase, hasta: Temporal.Instant.from(String(hasta)) })
    return lineas.length === 0 ? null : { carta: toCartaResumen(lineas, cuenta.nombre, reglas), para: cuenta.correo }
  }

  /** With the reach of the account itself: row-level security says which candidaturas it may know of. */
  private lineas({ id, rol, actorPoliticoId }: CuentaConAlcance, { clase, hasta }: Tramo): Promise<LineaRow[]> {
    const quien: Quien = { cuentaId: id, rol, actorPoliticoId, candidaturaId: null, requestId: 'recordador' }
    const desde = hasta.subtract({ minutes: HORAS[clase] * 60 })
    return act(this.deps.databases, quien, (tx) =>
      this.services.novedades.lineas(tx, quien, { desde, hasta, soloUrgentes: clase === 'momento' }),
    )
  }

  private toRow({ id: cuentaId, nombre, rol }: CuentaConAlcance, { clase, hasta }: Tramo, { lineas, reglas }: Writing): Recordatorio {
    const carta = toCartaResumen(lineas, nombre, reglas)
    return {
      ...{ id: randomUUID(), clave: `novedades|${clase}|${cuentaId}|${hasta.toString()}`, tipo: 'novedades', cuentaId, rol },
      ...{ dia: localDay(reglas.ahora, reglas.zona), entregable: null, milestone: null, distancia: null },
      ...{ asunto: carta.asunto, texto: toTexto(carta) },
      ...{ desde: toDate(reglas.ahora), caducaEn: toDate(reglas.ahora.add({ hours: reglas.reglas.vigenciaHoras })) },
      ...{ estatus: 'pendiente', intentos: 0, proximoIntento: toDate(this.deps.clock.system()), aMano: false },
      ...{ tomadoPor: null, tomadoHasta: null, enviadoEn: null, falla: null },
      ...{ candidaturaId: null, candidaturas: null, solicitudId: null, pedidoPor: null, pide: null },
    }
  }
}

interface Writing {
  lineas: readonly LineaRow[]
  reglas: Reglas
}

/** The last time at which the hour of messages came. */
function lastSummary({ ahora, zona, reglas }: Reglas): Temporal.Instant {
  const today = ahora.toZonedDateTimeISO(zona).toPlainDate()
  const [at, before] = [today, today.subtract({ days: 1 })].map((dia) => dia.toZonedDateTime({ timeZone: zona, plainTime: reglas.hora }))
  return (at && Temporal.Instant.compare(at.toInstant(), ahora) <= 0 ? at : before)?.toInstant() ?? ahora
}

import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import {
  esDeActorPolitico,
  localDay,
  momentoDe,
  MOTIVOS_SIN_RECORDAR,
  razonContraRecordar,
  type MotivoSinRecordar,
} from '@conoceles/domain'
import type { CuentaCandidata, CuentaDeActor, CuentaDestino } from '../../../acceso/index.ts'
import type { Acts } from '../../../bitacora/index.ts'
import { toFilter, type CandidaturasService } from '../../../registro/index.ts'
import type { ProcesosService } from '../../../proceso/index.ts'
import { act, demandAbiertos, type Quien } from '../../../../shared/act.ts'
import { toDate } from '../../../../shared/clock.ts'
import type { Correo } from '../../../../shared/correo.ts'
import type { Deps } from '../../../../shared/deps.ts'
import { AppError } from '../../../../shared/http/errors.ts'
import { toCartaCaptura } from './capturas.carta.ts'
import type { PedirRecordatoriosDto, RecordadasDto, VistaPreviaRecordarDto } from './capturas.dto.ts'
import { readPersonas, takeTurnOfCaptura, type PersonaRow } from './capturas.queries.ts'
import { toTexto, type Carta } from '../carta.ts'
import { reopen } from '../recordador.queries.ts'
import { Recordatorio } from '../recordatorio.entity.ts'
import { NOBODY } from '../sistema.ts'
import type { Reglas, SituationService } from '../situation.service.ts'
import { viaOf } from '../via.ts'

/** The accounts that the system writes to. */
export interface Cuentas {
  listDestinos(): Promise<CuentaDestino[]>
  listCandidatas(candidaturas: readonly string[]): Promise<CuentaCandidata[]>
  listValidadoras(actores: readonly string[]): Promise<CuentaDeActor[]>
}

interface Services {
  acts: Acts
  procesos: ProcesosService
  candidaturas: CandidaturasService
  correo: Correo
  situation: SituationService
  cuentas: Cuentas
}

/** A message ready to leave. */
export interface Escrito {
  carta: Carta
  para: string
}

interface Elegida {
  persona: PersonaRow
  cuenta: CuentaCandidata | null
  contra: { motivo: MotivoSinRecordar; razon: string } | null
}

const SHOWN = 50
/** Rows of one insert: PostgreSQL takes 65,535 values in a statement. */
const PART = 500

/** Reminders of their own captura to many personas at once, through the same outbox. */
export class CapturasService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  /** Previews the messages and their recipients, by the same rules; nothing is written. */
  async preview(quien: Quien, pedido: PedirRecordatoriosDto): Promise<VistaPreviaRecordarDto> {
    const reglas = await this.reglas()
    return act(this.deps.databases, quien, async (tx) => {
      const elegidas = await this.choose(tx, pedido, reglas)
      const first = elegidas.find(({ contra }) => contra === null)
      return {
        elegidas: elegidas.length,
        grupos: [null, ...MOTIVOS_SIN_RECORDAR].flatMap((motivo) => toGrupo(elegidas, motivo)),
        mensaje: first ? toEjemplo(first.persona, reglas, await this.pide(tx, quien)) : null,
        correo: viaOf(this.services.correo, this.deps.config),
        desde: salida(reglas).toString({ fractionalSecondDigits: 0 }),
        cadaDias: cadaDiasOf(reglas),
      }
    })
  }

  /** One message for each who may get one, once a day by its key. */
  async enviar(quien: Quien, pedido: PedirRecordatoriosDto, clave: string | null): Promise<RecordadasDto> {
    this.services.correo.assertAvailable()
    const reglas = await this.reglas()
    const dia = diaOf(reglas)
    return this.services.acts.perform(quien, {
      acto: ACTO,
      envio: { clave, contenido: pedido },
      lock: async (tx) => {
        await takeTurnOfCaptura(tx)
        const elegidas = (await this.choose(tx, pedido, reglas)).filter(({ contra }) => contra === null)
        return { elegidas, pide: await this.pide(tx, quien), proceso: await this.services.procesos.proceso(tx) }
      },
      objeto: ({ proceso }) => ({ tipo: 'proceso', id: proceso.id }),
      familia: 'recordatorio',
      reasons: ({ elegidas }) => (elegidas.length === 0 ? ['No hay a quién escribirle ahora.'] : []),
      change: async ({ tx, state: { elegidas, pide }, folio }) => {
        const now = toDate(this.deps.clock.system())
        const rows = elegidas.map((each) => toRow(each, { reglas, quien, pide, now }))
        await this.write(tx, rows, now)
        const candidaturas = elegidas.map(({ persona }) => persona.id)
        return { recibido: { candidaturas, dia }, detalle: { cuantas: rows.length, dia, folio } }
      },
      answer: ({ hecho, acuse }) => ({
        cuantas: hecho.detalle.cuantas,
        desde: salida(reglas).toString({ fractionalSecondDigits: 0 }),
        acuse,
      }),
    })
  }

  private async write(tx: EntityManager, rows: ReturnType<typeof toRow>[], now: Date): Promise<void> {
    const claves = rows.map(({ clave }) => clave)
    await reopen(tx, claves, now)
    for (let at = 0; at < rows.length; at += PART) {
      const some = rows.slice(at, at + PART)
      await tx.createQueryBuilder().insert().into(Recordatorio).values(some).orIgnore().execute()
    }
  }

  /** Writes a waiting message to a persona as of now; null when there is nothing to say any more. */
  async compose(tx: EntityManager, { candidaturaId, pide, cuentaId }: Recordatorio, reglas: Reglas): Promise<Escrito | null> {
    const [persona] = await readPersonas(tx, candidaturaId ? [candidaturaId] : [])
    if (!persona) return null
    const [elegida] = await this.judge([{ ...persona, recordada: null }], reglas)
    if (!elegida?.cuenta || elegida.contra || elegida.cuenta.id !== cuentaId) return null
    return { carta: toCartaCaptura(persona, reglas, pide ?? ''), para: elegida.cuenta.correo }
  }

  private reglas(): Promise<Reglas> {
    return act(this.deps.databases, NOBODY, (tx) => this.services.situation.reglas(tx))
  }

  private async choose(tx: EntityManager, { ids, filtro }: PedirRecordatoriosDto, reglas: Reglas): Promise<Elegida[]> {
    if ((ids === undefined) === (filtro === undefined)) throw new AppError('entrada.invalida')
    await demandAbiertos(tx)
    const all = ids ?? (await this.services.candidaturas.ids(tx, toFilter({ ...filtro, estatus: 'aprobada' })))
    return this.judge(await readPersonas(tx, all), reglas)
  }

  private async judge(personas: PersonaRow[], reglas: Reglas): Promise<Elegida[]> {
    const cuentas = await this.services.cuentas.listCandidatas(personas.map(({ id }) => id))
    const byCandidatura = new Map(cuentas.map((cuenta) => [cuenta.candidaturaId, cuenta]))
    const { zona, ahora } = reglas
    return personas.map((persona) => {
      const cuenta = byCandidatura.get(persona.id) ?? null
      const state = { ...persona, cuenta: cuenta?.estatus ?? null, cadaDias: cadaDiasOf(reglas), zona, ahora }
      return { persona, cuenta, contra: razonContraRecordar(state) }
    })
  }

  /** In whose name it is asked. */
  private async pide(tx: EntityManager, { rol, actorPoliticoId }: Quien): Promise<string> {
    const { institutoNombre } = await this.services.procesos.proceso(tx)
    if (!esDeActorPolitico(rol)) return institutoNombre
    return (await this.services.procesos.actores(tx)).find(({ id }) => id === actorPoliticoId)?.nombre ?? institutoNombre
  }
}

const ACTO = 'captura.recordada'

/** The distance at which the pack repeats a message holds for these too. */
function cadaDiasOf({ reglas }: Reglas): number {
  return reglas.escalamiento.cadaDias
}

function diaOf({ ahora, zona }: Reglas): string {
  return localDay(ahora, zona)
}

/** Now, or when the quiet hours end. */
function salida({ ahora, zona, reglas }: Reglas) {
  const local = ahora.toZonedDateTimeISO(zona)
  return momentoDe(local.toPlainDate(), local.toPlainTime().toString(), { silencio: reglas.silencio, zona })
}

interface Writing {
  reglas: Reglas
  quien: Quien
  pide: string
  now: Date
}

function toRow({ persona, cuenta }: Elegida, { reglas, quien, pide, now }: Writing): Recordatorio {
  const carta = toCartaCaptura(persona, reglas, pide)
  const [dia, desde] = [diaOf(reglas), salida(reglas)]
  return {
    ...{ id: randomUUID(), clave: `captura|${persona.id}|${dia}`, tipo: 'captura', cuentaId: cuenta?.id ?? '', rol: 'candidata', dia },
    ...{ entregable: null, milestone: null, distancia: null, asunto: carta.asunto, texto: toTexto(carta) },
    ...{ desde: toDate(desde), caducaEn: toDate(desde.add({ hours: reglas.reglas.vigenciaHoras })) },
    ...{ estatus: 'pendiente', intentos: 0, proximoIntento: now, aMano: false },
    ...{ tomadoPor: null, tomadoHasta: null, enviadoEn: null, falla: null },
    ...{ candidaturaId: persona.id, solicitudId: null, pedidoPor: quien.cuentaId, pide },
  }
}

function toGrupo(elegidas: Elegida[], motivo: MotivoSinRecordar | null): VistaPreviaRecordarDto['grupos'] {
  const own = elegidas.filter(({ contra }) => (contra?.motivo ?? null) === motivo)
  if (own.length === 0) return []
  const personas = own
    .slice(0, SHOWN)
    .map(({ persona, contra }) => ({ id: persona.id, nombre: persona.nombre, razon: contra?.razon ?? null }))
  return [{ motivo, cuantas: own.length, personas }]
}

function toEjemplo(persona: PersonaRow, reglas: Reglas, pide: string): VistaPreviaRecordarDto['mensaje'] {
  const carta = toCartaCaptura(persona, reglas, pide)
  return { para: persona.nombre, asunto: carta.asunto, texto: toTexto(carta) }
}

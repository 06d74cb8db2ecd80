import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import {
  esDeActorPolitico,
  groupBy,
  localDay,
  momentoDe,
  MOTIVOS_SIN_RECORDAR,
  razonContraRecordar,
  VIAS_RECORDAR,
  viaRecordar,
  type MotivoSinRecordar,
  type ViaRecordar,
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
import { toCartaCapturista, type Envio } from './capturistas.carta.ts'
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
  listCapturistas(actores: readonly string[]): Promise<CuentaDeActor[]>
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
  capturistas: CuentaDeActor[]
  via: ViaRecordar | null
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
      const { propias, envios } = splitByVia(elegidas)
      const pide = await this.pide(tx, quien)
      return {
        elegidas: elegidas.length,
        grupos: toGrupos(elegidas),
        actores: toActores(envios),
        mensajes: propias.length + envios.length,
        ejemplos: [
          ...propias.slice(0, 1).map(({ persona }) => toEjemplo('cuenta', persona.nombre, toCartaCaptura(persona, reglas, pide))),
          ...envios.slice(0, 1).map((envio) => toEjemplo('captura', envio.actor, toCartaCapturista(envio, reglas, pide))),
        ],
        correo: viaOf(this.services.correo, this.deps.config),
        desde: salida(reglas).toString({ fractionalSecondDigits: 0 }),
        cadaDias: cadaDiasOf(reglas),
      }
    })
  }

  /** One message to each persona with an account, and one to each account that captures for those without; the acuse names all of them. */
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
        return { elegidas, ...splitByVia(elegidas), pide: await this.pide(tx, quien), proceso: await this.services.procesos.proceso(tx) }
      },
      objeto: ({ proceso }) => ({ tipo: 'proceso', id: proceso.id }),
      familia: 'recordatorio',
      reasons: ({ elegidas }) => (elegidas.length === 0 ? ['No hay a quién escribirle ahora.'] : []),
      change: async ({ tx, state: { elegidas, propias, envios, pide }, folio }) => {
        const now = toDate(this.deps.clock.system())
        const writing = { reglas, quien, pide, now }
        const rows = [...propias.map((each) => toRow(each, writing)), ...envios.map((each) => toRowCapturista(each, writing, folio))]
        await this.write(tx, rows, now)
        const candidaturas = elegidas.map(({ persona }) => persona.id)
        const reached = { personas: propias.length, capturistas: envios.length, candidaturas: elegidas.length - propias.length }
        return { recibido: { candidaturas, dia }, detalle: { cuantas: rows.length, ...reached, dia, folio }, reached }
      },
      answer: ({ hecho, acuse }) => ({
        cuantas: hecho.detalle.cuantas,
        ...hecho.reached,
        desde: salida(reglas).toString({ fractionalSecondDigits: 0 }),
        acuse,
      }),
    })
  }

  private async write(tx: EntityManager, rows: Recordatorio[], now: Date): Promise<void> {
    const claves = rows.map(({ clave }) => clave)
    await reopen(tx, claves, now)
    for (let at = 0; at < rows.length; at += PART) {
      const some = rows.slice(at, at + PART)
      await tx.createQueryBuilder().insert().into(Recordatorio).values(some).orIgnore().execute()
    }
  }

  /** Writes a waiting message as of now; null when there is nothing to say any more. */
  async compose(tx: EntityManager, { candidaturaId, candidaturas, pide, cuentaId }: Recordatorio, reglas: Reglas): Promise<Escrito | null> {
    const personas = await readPersonas(tx, candidaturas ?? (candidaturaId ? [candidaturaId] : []))
    const elegidas = await this.judge(
      personas.map((persona) => ({ ...persona, recordada: null })),
      reglas,
    )
    const { propias, envios } = splitByVia(elegidas.filter(({ contra }) => contra === null))
    const own = propias.find(({ cuenta }) => cuenta?.id === cuentaId)
    if (own?.cuenta) return { carta: toCartaCaptura(own.persona, reglas, pide ?? ''), para: own.cuenta.correo }
    const envio = envios.find(({ cuenta }) => cuenta.id === cuentaId)
    return envio ? { carta: toCartaCapturista(envio, reglas, pide ?? ''), para: envio.cuenta.correo } : null
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
    const actores = [...new Set(personas.map(({ responsableId }) => responsableId))]
    const byActor = groupBy(await this.services.cuentas.listCapturistas(actores), ({ actorId }) => actorId)
    const { zona, ahora } = reglas
    return personas.map((persona) => {
      const cuenta = byCandidatura.get(persona.id) ?? null
      const capturistas = byActor.get(persona.responsableId) ?? []
      const reach = { cuenta: cuenta?.estatus ?? null, capturistas: capturistas.length }
      const contra = razonContraRecordar({ ...persona, ...reach, cadaDias: cadaDiasOf(reglas), zona, ahora })
      return { persona, cuenta, capturistas, via: viaRecordar(reach), contra }
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

/** Once a day by its key. */
function toRow({ persona, cuenta }: Elegida, writing: Writing): Recordatorio {
  const about = { clave: `captura|${persona.id}|${diaOf(writing.reglas)}`, cuentaId: cuenta?.id ?? '', rol: 'candidata' } as const
  return { ...toMensaje(toCartaCaptura(persona, writing.reglas, writing.pide), writing), ...about, candidaturaId: persona.id }
}

function toRowCapturista(envio: Envio, writing: Writing, folio: string): Recordatorio {
  const { cuenta, personas } = envio
  const about = { clave: `captura|${cuenta.id}|${folio}`, cuentaId: cuenta.id, rol: 'captura' } as const
  const carta = toCartaCapturista(envio, writing.reglas, writing.pide)
  return { ...toMensaje(carta, writing), ...about, candidaturas: personas.map(({ id }) => id) }
}

function toMensaje(carta: Carta, { reglas, quien, pide, now }: Writing): Omit<Recordatorio, 'clave' | 'cuentaId' | 'rol'> {
  const desde = salida(reglas)
  return {
    ...{ id: randomUUID(), tipo: 'captura', dia: diaOf(reglas) },
    ...{ entregable: null, milestone: null, distancia: null, asunto: carta.asunto, texto: toTexto(carta) },
    ...{ desde: toDate(desde), caducaEn: toDate(desde.add({ hours: reglas.reglas.vigenciaHoras })) },
    ...{ estatus: 'pendiente', intentos: 0, proximoIntento: now, aMano: false },
    ...{ tomadoPor: null, tomadoHasta: null, enviadoEn: null, falla: null },
    ...{ candidaturaId: null, candidaturas: null, solicitudId: null, pedidoPor: quien.cuentaId, pide },
  }
}

/** Those with an account of their own, and for the others one message to each account that captures for them. */
function splitByVia(elegidas: readonly Elegida[]): { propias: Elegida[]; envios: Envio[] } {
  const reached = elegidas.filter(({ contra }) => contra === null)
  const pairs = reached
    .filter(({ via }) => via === 'captura')
    .flatMap(({ persona, capturistas }) => capturistas.map((cuenta) => ({ persona, cuenta })))
  const envios = [...groupBy(pairs, ({ cuenta }) => cuenta.id).values()].flatMap((own): Envio[] => {
    const [first] = own
    return first ? [{ cuenta: first.cuenta, actor: first.persona.responsable, personas: own.map(({ persona }) => persona) }] : []
  })
  return { propias: reached.filter(({ via }) => via === 'cuenta'), envios }
}

type Grupo = VistaPreviaRecordarDto['grupos'][number]

function toGrupos(elegidas: readonly Elegida[]): Grupo[] {
  const written = VIAS_RECORDAR.map((via) => ({ motivo: null, via }))
  return [...written, ...MOTIVOS_SIN_RECORDAR.map((motivo) => ({ motivo, via: null }))].flatMap((grupo) => toGrupo(elegidas, grupo))
}

function toGrupo(elegidas: readonly Elegida[], { motivo, via }: Pick<Grupo, 'motivo' | 'via'>): Grupo[] {
  const own = elegidas.filter((each) => (each.contra?.motivo ?? null) === motivo && (motivo !== null || each.via === via))
  if (own.length === 0) return []
  const personas = own
    .slice(0, SHOWN)
    .map(({ persona, contra }) => ({ id: persona.id, nombre: persona.nombre, razon: contra?.razon ?? null }))
  return [{ motivo, via, cuantas: own.length, personas }]
}

function toActores(envios: readonly Envio[]): VistaPreviaRecordarDto['actores'] {
  return [...groupBy(envios, ({ cuenta }) => cuenta.actorId).values()].flatMap((own) =>
    own.slice(0, 1).map(({ actor, personas }) => ({ actor, capturistas: own.length, candidaturas: personas.length })),
  )
}

function toEjemplo(via: ViaRecordar, para: string, carta: Carta): VistaPreviaRecordarDto['ejemplos'][number] {
  return { via, para, asunto: carta.asunto, texto: toTexto(carta) }
}

import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { puede, puedeApagar, recordatoriosProximos, TIPOS_RECORDATORIO, type RecordatoriosPack } from '@conoceles/domain'
import type { Acts } from '../../bitacora/index.ts'
import type { PendienteDto } from '../../registro/index.ts'
import { type Quien, lockRow } from '../../../shared/act.ts'
import { toDate, toIso } from '../../../shared/clock.ts'
import type { Correo } from '../../../shared/correo.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { Cuentas } from './capturas/capturas.service.ts'
import type { Situation, SituationService } from './situation.service.ts'
import { bajaOf, toCarta, toMensaje } from './mensajes.ts'
import { PreferenciaRecordatorio } from './preferencia.entity.ts'
import { Recordatorio, type EstatusRecordatorio } from './recordatorio.entity.ts'
import type {
  ListRecordatoriosDto,
  PanoramaRecordatoriosDto,
  PreferenciasDto,
  RecordatorioDto,
  ReglasRecordatoriosDto,
  ViaCorreo,
} from './recordatorios.dto.ts'
import { countWaiting, listPage } from './recordatorios.queries.ts'
import { viaOf } from './via.ts'

interface Services {
  acts: Acts
  correo: Correo
  situation: SituationService
  cuentas: Cuentas
}

const PAGE = 50
const WEEK_HOURS = 7 * 24

/** Messages in the console: sent and failed ones, the next ones, and the choices of each account. */
export class RecordatoriosService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  /** All messages for the account that answers for them, own ones for the others: the row-level security of the table says so. */
  async list(tx: EntityManager, page: { despues: string | null; estatus: EstatusRecordatorio | null }): Promise<ListRecordatoriosDto> {
    const rows = await listPage(tx, { ...page, limite: PAGE })
    const personas = await this.services.cuentas.listCandidatas(rows.flatMap(({ candidaturaId }) => candidaturaId ?? []))
    const nombres = new Map([...(await this.services.cuentas.listDestinos()), ...personas].map(({ id, nombre }) => [id, nombre]))
    return {
      elementos: rows.map((row) => toDto(row, nombres.get(row.cuentaId) ?? null)),
      siguiente: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null,
    }
  }

  async panorama(tx: EntityManager, quien: Quien): Promise<PanoramaRecordatoriosDto> {
    const situation = await this.services.situation.read(tx)
    const { ahora, state } = situation
    return {
      en: ahora.toString({ fractionalSecondDigits: 0 }),
      correo: this.via(),
      ...(await this.waiting(tx)),
      proximos: proximosOf(situation, quien),
      reglas: toReglas(state.reglas),
    }
  }

  /** Tells about mail that does not leave, to accounts that can do something about it. */
  async pendientes(tx: EntityManager, { rol }: Quien): Promise<PendienteDto[]> {
    if (!puede(rol, 'recordatorios.administrar')) return []
    const { enEspera, conFalla } = await this.waiting(tx)
    const common = { venceEn: null, enlace: '/recordatorios' }
    if (this.via() === 'ninguna') return [{ ...common, clave: 'correo_sin_servidor', texto: sinServidor(enEspera), cuantas: enEspera }]
    return conFalla === 0 ? [] : [{ ...common, clave: 'recordatorios_con_falla', texto: conFallas(conFalla), cuantas: conFalla }]
  }

  /** Tries again at once; a message that was given up has its time again, as long as it is owed. */
  reintentar(quien: Quien, id: string): Promise<RecordatorioDto> {
    const { clock } = this.deps
    return this.services.acts.save(quien, {
      acto: 'recordatorio.reintentado',
      objeto: { tipo: 'recordatorio', id },
      lock: (tx) => lockRow(tx, Recordatorio, { id }),
      familia: 'recordatorio',
      reasons: (row) => reasonsAgainst(row, toDate(clock.system())),
      change: async ({ tx, state: row }) => {
        const { state } = await this.services.situation.read(tx)
        const caducaEn = toDate(clock.now().add({ hours: state.reglas.vigenciaHoras }))
        const again = row.estatus === 'caducado' ? { estatus: 'pendiente' as const, aMano: true, caducaEn } : {}
        await tx.update(Recordatorio, { id }, { ...again, proximoIntento: toDate(clock.system()) })
        return { detalle: { tipo: row.tipo }, row: { ...row, ...again } }
      },
      answer: async ({ hecho: { row } }) => {
        const nombre = (await this.services.cuentas.listDestinos()).find((cuenta) => cuenta.id === row.cuentaId)?.nombre ?? null
        return toDto(row, nombre)
      },
    })
  }

  async preferencias(tx: EntityManager, { cuentaId, rol }: Quien): Promise<PreferenciasDto> {
    const apagados = (await tx.findOneBy(PreferenciaRecordatorio, { cuentaId }))?.apagados ?? []
    const wants = (tipo: (typeof TIPOS_RECORDATORIO)[number]) => !apagados.includes(tipo) || !puedeApagar(rol, tipo)
    return { recordatorio: wants('recordatorio'), resumen: wants('resumen'), escalamiento: wants('escalamiento') }
  }

  guardarPreferencias(quien: Quien, wanted: PreferenciasDto): Promise<PreferenciasDto> {
    const apagados = TIPOS_RECORDATORIO.filter((tipo) => !wanted[tipo])
    assert(apagados.every((tipo) => puedeApagar(quien.rol, tipo)) ? [] : ['La secretaría siempre recibe los avisos de lo vencido.'])
    return this.services.acts.save(quien, {
      acto: 'recordatorio.preferencias',
      objeto: { tipo: 'cuenta', id: quien.cuentaId },
      lock: () => Promise.resolve(apagados),
      change: async ({ tx }) => {
        const row = { cuentaId: quien.cuentaId, apagados }
        const written = tx.createQueryBuilder().insert().into(PreferenciaRecordatorio).values(row)
        await written.orUpdate(['apagados'], ['cuenta_id']).execute()
        return { detalle: { apagados } }
      },
      answer: ({ tx }) => this.preferencias(tx, quien),
    })
  }

  /** Sends a test, to the asking account and to nobody else: only a sent message shows whether mail arrives. */
  async probar({ cuentaId }: Quien): Promise<{ correo: string }> {
    const { correo } = this.services
    correo.assertAvailable()
    const cuenta = (await this.services.cuentas.listDestinos()).find(({ id }) => id === cuentaId)
    if (!cuenta) throw new AppError('ruta.no_existe')
    const partes = [{ texto: 'Este es un correo de prueba: si lo lee, los recordatorios de los plazos con el INE le llegan.' }]
    const carta = { asunto: 'Correo de prueba de Conóceles', saludo: cuenta.nombre, partes, pie: [] }
    try {
      await correo.send(toMensaje(carta, { clave: randomUUID(), para: cuenta.correo, baja: bajaOf(this.deps.config.origenConsola) }))
    } catch {
      throw new AppError('acceso.correo_no_disponible')
    }
    return { correo: cuenta.correo }
  }

  private via(): ViaCorreo {
    return viaOf(this.services.correo, this.deps.config)
  }

  private waiting(tx: EntityManager): Promise<{ enEspera: number; conFalla: number }> {
    return countWaiting(tx, toDate(this.deps.clock.now().subtract({ hours: WEEK_HOURS })))
  }
}

/** An account that does not answer for all messages sees its own. */
function proximosOf(situation: Situation, { cuentaId, rol }: Quien): PanoramaRecordatoriosDto['proximos'] {
  const { ahora, state } = situation
  const all = puede(rol, 'recordatorios.administrar') || rol === 'auditoria'
  const cuentas = all ? state.cuentas : state.cuentas.filter(({ id }) => id === cuentaId)
  const next = recordatoriosProximos({ ...state, cuentas }, { desde: ahora, hasta: ahora.add({ hours: WEEK_HOURS }) })
  return next.map((each) => ({
    clave: each.clave,
    tipo: each.tipo,
    rol: each.rol,
    nombre: situation.cuentas.get(each.cuenta)?.nombre ?? null,
    asunto: toCarta(each, situation, each.desde).asunto,
    desde: each.desde.toString({ fractionalSecondDigits: 0 }),
  }))
}

function toReglas({
  distancias,
  hora,
  resumen,
  escalamiento,
  silencio,
  vigenciaHoras,
  fuente,
  confianza,
}: RecordatoriosPack): ReglasRecordatoriosDto {
  return { distancias: distancias.join(', '), hora, resumen, escalamiento, silencio, vigenciaHoras, fuente, confianza }
}

function toDto(row: Recordatorio, nombre: string | null): RecordatorioDto {
  const { id, tipo, estatus, rol, asunto, texto, entregable, milestone, intentos, falla, desde, caducaEn, enviadoEn } = row
  const dates = { desde: toIso(desde), caducaEn: toIso(caducaEn), enviadoEn: toIso(enviadoEn) }
  return { id, tipo, estatus, rol, nombre, asunto, texto, entregable, milestone, intentos, falla, ...dates }
}

function reasonsAgainst({ estatus, tomadoHasta }: Recordatorio, now: Date): string[] {
  if (estatus === 'enviado') return ['Ya se envió.']
  if (estatus === 'innecesario') return ['Ya no hace falta: lo que recordaba se cumplió, cambió o lo dice otro más reciente.']
  return tomadoHasta !== null && tomadoHasta > now ? ['Se está enviando en este momento.'] : []
}

function assert(reasons: string[]): void {
  if (reasons.length > 0) throw new AppError('recordatorio.acto_no_permitido', { detail: reasons.join(' ') })
}

function sinServidor(many: number): string {
  if (many === 0) return 'Configurar el servidor de correo: sin él no sale ningún recordatorio'
  return `Configurar el servidor de correo: ${many === 1 ? '1 recordatorio espera' : `${many} recordatorios esperan`}`
}

function conFallas(many: number): string {
  return many === 1 ? 'Revisar un recordatorio que no ha podido salir' : `Revisar ${many} recordatorios que no han podido salir`
}

import { Temporal } from 'temporal-polyfill'
import type { EntityManager } from 'typeorm'
import { correosNovedadesOf, esUrgente, novedadesOf, type CorreoNovedades } from '@conoceles/domain'
import type { Acts } from '../../bitacora/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { datosBloqueados, demandAbiertos, type Quien } from '../../../shared/act.ts'
import { toDate, toIso, type Clock } from '../../../shared/clock.ts'
import { MarcaNovedades } from './marca.entity.ts'
import type {
  CandidaturasNovedadDto,
  CandidaturasNovedadQueryDto,
  ListNovedadesDto,
  PreferenciaNovedadesDto,
  SinLeerDto,
} from './novedades.dto.ts'
import { countLineas, listCandidaturas, listLineas, markVistas, saveCorreo, type Ambito, type LineaRow } from './novedades.queries.ts'

/** Days that the page goes back. */
const DIAS = 14
const LIMITE = 500

/** Facts after an instant and up to another. */
interface Tramo {
  desde: Temporal.Instant
  hasta: Temporal.Instant
  soloUrgentes: boolean
}

interface Services {
  acts: Acts
  procesos: ProcesosService
}

/** Tells an account what happened to its candidaturas, read from where it is recorded; only how far it saw them is its own. */
export class NovedadesCuentaService {
  constructor(
    private readonly clock: Clock,
    private readonly services: Services,
  ) {}

  async list(tx: EntityManager, quien: Quien): Promise<ListNovedadesDto> {
    await demandAbiertos(tx)
    const ambito = await this.ambito(tx, quien)
    const rows = await listLineas(tx, ambito, (await this.vistas(tx, quien)) ?? ambito.desde)
    return {
      elementos: rows.map((row) => ({ ...row, en: toIso(row.en) })),
      sinLeer: rows.filter(({ sinLeer }) => sinLeer > 0).length,
      dias: DIAS,
      hasta: toIso(ambito.ahora),
    }
  }

  /** Nothing is told of blocked data: the bell stays quiet. */
  async contar(tx: EntityManager, quien: Quien): Promise<SinLeerDto> {
    if (await datosBloqueados(tx)) return { sinLeer: 0 }
    const ambito = await this.ambito(tx, quien)
    const vistas = await this.vistas(tx, quien)
    const desde = vistas !== null && vistas > ambito.desde ? vistas : ambito.desde
    return { sinLeer: await countLineas(tx, quien.rol, { ...ambito, desde }) }
  }

  /** Marks everything to an instant as seen; one that is to come would hide facts before they happen. */
  async marcar(tx: EntityManager, quien: Quien, hasta: string): Promise<SinLeerDto> {
    const [asked, ahora] = [toDate(Temporal.Instant.from(hasta)), toDate(this.clock.now())]
    await markVistas(tx, quien.cuentaId, asked < ahora ? asked : ahora)
    return this.contar(tx, quien)
  }

  async candidaturas(
    tx: EntityManager,
    quien: Quien,
    { dia, tipo, vence = null }: Omit<CandidaturasNovedadQueryDto, 'vence'> & { vence?: string | null },
  ): Promise<CandidaturasNovedadDto> {
    await demandAbiertos(tx)
    const ambito = await this.ambito(tx, quien)
    const tipos = ambito.tipos.filter((each) => each === tipo)
    if (tipos.length === 0) return { elementos: [] }
    const rows = await listCandidaturas(tx, { ...ambito, tipos }, { dia, vence, limite: LIMITE })
    return { elementos: rows.map((row) => ({ ...row, en: toIso(row.en) })) }
  }

  /** Lines of a span that ended, for the mail of an account; none of blocked data. */
  async lineas(tx: EntityManager, quien: Quien, { desde, hasta, soloUrgentes }: Tramo): Promise<LineaRow[]> {
    if (await datosBloqueados(tx)) return []
    const ambito = await this.ambito(tx, quien)
    const tipos = ambito.tipos.filter((tipo) => esUrgente(tipo) || !soloUrgentes)
    return listLineas(tx, { ...ambito, tipos, desde: toDate(desde), ahora: toDate(hasta) }, toDate(desde))
  }

  async preferencia(tx: EntityManager, { cuentaId, rol }: Quien): Promise<PreferenciaNovedadesDto> {
    const chosen = (await tx.findOneBy(MarcaNovedades, { cuentaId }))?.correo ?? null
    const opciones = correosNovedadesOf(rol)
    return { correo: opciones.find((each) => each === chosen) ?? opciones[0] ?? 'ninguno', opciones }
  }

  guardarPreferencia(quien: Quien, correo: CorreoNovedades): Promise<PreferenciaNovedadesDto> {
    return this.services.acts.save(quien, {
      acto: 'novedades.correo',
      objeto: { tipo: 'cuenta', id: quien.cuentaId },
      lock: () => Promise.resolve(correo),
      change: async ({ tx }) => {
        await saveCorreo(tx, quien.cuentaId, correo)
        return { detalle: { correo } }
      },
      answer: ({ tx }) => this.preferencia(tx, quien),
    })
  }

  private async ambito(tx: EntityManager, { cuentaId: cuenta, rol }: Quien): Promise<Ambito> {
    const { zona } = await this.services.procesos.proceso(tx)
    const ahora = this.clock.now()
    return { tipos: novedadesOf(rol), cuenta, zona, ahora: toDate(ahora), desde: toDate(ahora.subtract({ hours: DIAS * 24 })) }
  }

  private async vistas(tx: EntityManager, { cuentaId }: Quien): Promise<Date | null> {
    return (await tx.findOneBy(MarcaNovedades, { cuentaId }))?.vistasHasta ?? null
  }
}

import { Temporal } from 'temporal-polyfill'
import type { EntityManager } from 'typeorm'
import { edadEn, vencimientoCaptura } from '@conoceles/domain'
import type { ProcesosService } from '../procesos/index.ts'
import type { Quien } from '../../shared/act.ts'
import { toIso, type Clock } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import type {
  AccionDto,
  CandidaturaDetailDto,
  CandidaturaDto,
  HechoDto,
  ListCandidaturasDto,
  ResumenCandidaturasDto,
} from './candidaturas.dto.ts'
import {
  countByEstatusCaptura,
  findCandidatura,
  findFormula,
  listCandidaturas,
  type CandidaturaDetail,
  type CandidaturaRow,
  type CandidaturasFilter,
} from './candidaturas.queries.ts'

/** What higher modules know of a candidatura; handed over in app.ts. */
export interface CandidaturaExtras {
  /** Sections of the cuestionarios in force. */
  countSecciones(tx: EntityManager): Promise<number>
  acciones(tx: EntityManager, quien: Quien, candidaturaId: string): Promise<AccionDto[]>
}

/** Reads of candidaturas for the console; row-level security decides which rows exist for whoever asks. */
export class CandidaturasService {
  constructor(
    private readonly clock: Clock,
    private readonly procesos: ProcesosService,
    private readonly extras: CandidaturaExtras,
  ) {}

  async list(tx: EntityManager, filter: CandidaturasFilter): Promise<ListCandidaturasDto> {
    const { rows, total } = await listCandidaturas(tx, filter)
    const { zona } = await this.procesos.proceso(tx)
    const secciones = await this.extras.countSecciones(tx)
    const full = rows.length === filter.limite
    return {
      elementos: rows.map((row) => this.toDto(row, { zona, secciones })),
      total,
      siguiente: full ? (rows.at(-1)?.posicion ?? null) : null,
    }
  }

  async resumen(tx: EntityManager): Promise<ResumenCandidaturasDto> {
    const counts = await countByEstatusCaptura(tx)
    const { zona } = await this.procesos.proceso(tx)
    const open = counts.filter(({ estatusCaptura }) => estatusCaptura !== 'validada' && estatusCaptura !== 'verificada')
    const next = open.flatMap(({ venceEn }) => (venceEn ? [venceEn] : [])).sort()[0]
    return {
      total: counts.reduce((sum, { cuantas }) => sum + cuantas, 0),
      porEstatusCaptura: Object.fromEntries(counts.map(({ estatusCaptura, cuantas }) => [estatusCaptura, cuantas])),
      venceEn: next ? vencimientoCaptura({ cuentaEntregada: next, diasCaptura: 0, zona }).toString() : null,
    }
  }

  async detail(tx: EntityManager, quien: Quien, id: string): Promise<CandidaturaDetailDto> {
    const row = await findCandidatura(tx, id)
    if (!row) throw new AppError('ruta.no_existe')
    const { zona, catalogos } = await this.procesos.proceso(tx)
    const grupo = catalogos.grupos.find(({ clave }) => clave === row.accionAfirmativa)
    return {
      ...this.toDto(row, { zona, secciones: await this.extras.countSecciones(tx) }),
      version: row.version,
      persona: {
        nombre: row.personaNombre,
        primerApellido: row.primerApellido,
        segundoApellido: row.segundoApellido,
        apodo: row.apodo,
        sexo: row.sexo,
        edad: edadEn(row.fechaNacimiento, this.clock.today()),
      },
      accionAfirmativa: grupo ? { clave: grupo.clave, nombre: grupo.nombre } : null,
      eleccionConsecutiva: row.eleccionConsecutiva,
      acuerdo: { numero: row.acuerdoNumero, fecha: row.acuerdoFecha },
      formula: await findFormula(tx, id),
      publicada: row.publicada,
      historial: historial(row),
      acciones: await this.extras.acciones(tx, quien, id),
    }
  }

  private toDto(row: CandidaturaRow, { zona, secciones }: { zona: string; secciones: number }): CandidaturaDto {
    const venceEn = vencimientoCaptura({ ...row, zona })
    return {
      id: row.id,
      clave: row.clave,
      nombre: row.nombre,
      cargo: row.cargo,
      cargoNombre: row.cargoNombre,
      lugar: row.lugar,
      actorPolitico: { clave: row.actorClave, nombre: row.actorNombre },
      partidoOrigen: row.partidoClave && row.partidoNombre ? { clave: row.partidoClave, nombre: row.partidoNombre } : null,
      calidad: row.calidad,
      numero: row.numero,
      estatus: row.estatus,
      estatusCaptura: row.estatusCaptura,
      avance: { capturadas: row.seccionesCompletas, total: secciones },
      validadaEn: toIso(row.validadaEn),
      venceEn: venceEn.toString(),
      vencida: Temporal.Instant.compare(this.clock.now(), venceEn) > 0,
    }
  }
}

function historial(row: CandidaturaDetail): HechoDto[] {
  const facts = [
    ['capturada', row.capturadaEn],
    ['validada', row.validadaEn],
    ['verificada', row.verificadaEn],
  ] as const
  return facts.flatMap(([acto, date]) => (date ? [{ acto, cuando: toIso(date) }] : []))
}

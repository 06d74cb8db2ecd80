import type { EntityManager } from 'typeorm'
import { cleanLine, pideMotivoDeLectura, razonesContraMotivo, type MotivoLectura, type Rol } from '@conoceles/domain'
import type { Acts } from '../../bitacora/index.ts'
import { Candidatura } from '../../registro/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { prepared } from '../../../database/statements.ts'
import type { Quien } from '../../../shared/act.ts'
import { toIso, type Clock } from '../../../shared/clock.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { readRows } from '../../../database/rows.ts'
import type { LecturaDto, LecturaIdentidadDto } from './lecturas.dto.ts'

/** Reason of a reading; an account that captures for the persona needs to give none. */
export interface Motivo {
  motivo: MotivoLectura | 'captura'
  explicacion: string | null
}

/** Readings of a persona's identity answers, with their reader and reason: without the entry there is no reading. */
export class LecturasService {
  constructor(
    private readonly clock: Clock,
    private readonly services: { acts: Acts; procesos: ProcesosService },
  ) {}

  /** The reason as it was given, or an error that names its gaps. */
  motivoOf({ motivo, explicacion }: { motivo: MotivoLectura; explicacion: string | null }): Motivo {
    const texto = cleanLine(explicacion ?? '')
    const reasons = razonesContraMotivo({ motivo, explicacion: texto })
    if (reasons.length > 0) throw new AppError('entrada.invalida', { errors: [{ field: 'explicacion', reasons }] })
    return { motivo, explicacion: texto || null }
  }

  /** Why this account reads today; null: it has not said so, or needs no reason. */
  async deHoy(tx: EntityManager, candidaturaId: string): Promise<Motivo | null> {
    return ownReading(tx, candidaturaId, this.clock.today().toString())
  }

  /** Lets the data key be reached until the end of this transaction, which writes the entry. */
  async declarar(tx: EntityManager): Promise<void> {
    await tx.query(`select set_config('app.lectura', 'identidad', true)`)
  }

  /** Records the reading that was just made, and tells the account whether a reason is missing. */
  async anotar(
    tx: EntityManager,
    quien: Quien,
    { candidaturaId, motivo, leidas }: { candidaturaId: string; motivo: Motivo | null; leidas: boolean },
  ): Promise<LecturaIdentidadDto> {
    if (cerradasPara({ quien, motivo })) return { pideMotivo: await hayPorLeer(tx, candidaturaId), motivo: null, explicacion: null }
    if (leidas) await this.registrar(tx, quien, { candidaturaId, motivo })
    return { pideMotivo: false, motivo: motivo?.motivo ?? null, explicacion: motivo?.explicacion ?? null }
  }

  private async registrar(
    tx: EntityManager,
    quien: Quien,
    { candidaturaId, motivo }: { candidaturaId: string; motivo: Motivo | null },
  ): Promise<void> {
    if (quien.rol === 'candidata') return
    // An account that captures for a persona reads her answers: noted once a day, as a form is read every few seconds.
    if (motivo === null && (await this.deHoy(tx, candidaturaId))) return
    await this.services.acts.record(tx, quien, {
      acto: 'identidad.leida',
      objeto: { tipo: 'candidatura', id: candidaturaId },
      detalle: { ...(motivo ?? CAPTURA), dia: this.clock.today().toString() },
    })
  }

  /** Readers of a persona's answers, the newest first: for her, and for the Unidad that attends to her rights. */
  async list(tx: EntityManager, candidaturaId: string): Promise<LecturaDto[]> {
    if (!(await tx.existsBy(Candidatura, { id: candidaturaId }))) throw new AppError('ruta.no_existe')
    const { zona } = await this.services.procesos.proceso(tx)
    const rows = await readRows<LecturaRow>(tx, 'select * from bitacora.lecturas_de($1, $2)', [candidaturaId, zona])
    const actores = new Map((await this.services.procesos.actores(tx)).map(({ id, nombre }) => [id, nombre]))
    return rows.map(({ acto, nombre, rol, actor_politico_id: actor, motivo, explicacion, primera, ultima, veces }) => ({
      ...{ acto, nombre, rol, motivo, explicacion, veces },
      actorPolitico: (actor && actores.get(actor)) || null,
      primeraEn: toIso(primera),
      ultimaEn: toIso(ultima),
    }))
  }
}

/** Whether this account is noted today as a reader of the identity answers of this persona. */
export async function readToday(tx: EntityManager, candidaturaId: string, hoy: string): Promise<boolean> {
  return (await ownReading(tx, candidaturaId, hoy)) !== null
}

async function ownReading(tx: EntityManager, candidaturaId: string, hoy: string): Promise<Motivo | null> {
  const [row] = await readRows<{ detalle: Motivo | null }>(tx, OWN, [candidaturaId, hoy])
  return row?.detalle ?? null
}

const OWN = prepared('lectura_propia', 'select bitacora.lectura_propia($1, $2) as detalle')
const CAPTURA: Motivo = { motivo: 'captura', explicacion: null }

/** Whether the identity answers stay closed to the acting account, for want of a reason. */
export function cerradasPara({ quien, motivo }: { quien: Pick<Quien, 'rol'>; motivo: Motivo | null }): boolean {
  return motivo === null && pideMotivoDeLectura(quien.rol)
}

/** Whether a reviewer has answers before her that she cannot open without saying why. */
async function hayPorLeer(tx: EntityManager, candidaturaId: string): Promise<boolean> {
  const rows = await readRows<unknown>(
    tx,
    `select 1 from identidad.respuesta where candidatura_id = $1 and coalesce(validada, verificada) is not null limit 1`,
    [candidaturaId],
  )
  return rows.length > 0
}

interface LecturaRow {
  acto: string
  nombre: string | null
  rol: Rol
  actor_politico_id: string | null
  motivo: string | null
  explicacion: string | null
  primera: Date
  ultima: Date
  veces: number
}

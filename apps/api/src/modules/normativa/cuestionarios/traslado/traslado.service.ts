import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { compileCuestionario } from '@conoceles/cuestionarios'
import { cleanLine, estatusCapturaDe } from '@conoceles/domain'
import { findConsentimientos } from '../../../captura/consentimientos/index.ts'
import {
  completenessOf,
  Cuestionario,
  isComplete,
  judgedOf,
  rigenPara,
  type CuestionariosVigentes,
  type Vigente,
} from '../../../captura/index.ts'
import type { ProcesosService } from '../../../proceso/index.ts'
import { insertRow } from '../../../../database/rows.ts'
import { act, demandAbiertos, type Quien } from '../../../../shared/act.ts'
import type { Deps } from '../../../../shared/deps.ts'
import { AppError } from '../../../../shared/http/errors.ts'
import type { Efecto, Pedido, Turno } from '../../borradores/index.ts'
import type { Borrador } from '../borrador.entity.ts'
import type { Alcanzado, BorradoresService } from '../borradores.service.ts'
import { SIN_PROPUESTA } from '../registro.ts'
import { Cuenta } from '../cuenta.ts'
import { findActivada, restoreAnteriores } from '../deshacer.queries.ts'
import { cargosDe } from '../examen.ts'
import type { Leido } from '../borrador-leido.ts'
import { Pasador, type Salto, type SeccionPasada, type SeccionRow } from './traslado.ts'
import {
  declararTraslado,
  keepAnteriores,
  readCandidaturas,
  readEstatus,
  readSecciones,
  sinRespuestas,
  writeAvances,
  writePasadas,
  type CandidaturaRow,
} from './traslado.queries.ts'
import type { ActoBorradorDto, AlcanceVersionDto } from '../versiones.dto.ts'

export interface TrasladoServices {
  borradores: BorradoresService['borradores']
  procesos: ProcesosService
  vigentes: CuestionariosVigentes
}

const OPEN: readonly string[] = ['borrador', 'aprobado', 'propuesto']
/** Candidaturas at once: between two batches other requests are answered. */
const BATCH = 100

interface Batch {
  candidaturas: CandidaturaRow[]
  pasadas: SeccionPasada[]
}

/** Makes an approved draft the version that its cargos answer, and carries their answers over; or counts the changes without writing. */
export class TrasladoService {
  constructor(
    private readonly deps: Deps,
    private readonly services: TrasladoServices,
  ) {}

  /** Counts the candidaturas that change: the same steps as to activate, without writing any. */
  alcance(quien: Quien, id: string): Promise<AlcanceVersionDto> {
    return act(this.deps.databases, quien, async (tx) => {
      await demandAbiertos(tx)
      const leido = await this.services.borradores.read(tx, quien, { id })
      if (!OPEN.includes(leido.state.estatus) || leido.state.fallas > 0) {
        throw new AppError('borrador.acto_no_permitido', { detail: 'Sólo se cuenta lo que cambiaría con un borrador sin contradicciones.' })
      }
      return this.walk(tx, leido, { mode: 'read', write: () => Promise.resolve() })
    })
  }

  /** One person proposes it, with the count of the candidaturas that it would reach. */
  proponer(quien: Quien, pedido: Pedido): Promise<ActoBorradorDto> {
    return this.services.borradores.perform(quien, { acto: 'proponer', ...pedido }, async (turno) => {
      const alcance = await this.walk(turno.tx, turno, { mode: 'read', write: () => Promise.resolve() })
      const changes = { propuestoPor: quien.cuentaId, propuestoEn: turno.ahora, propuestoAlcance: alcance }
      return { changes, detalle: { candidaturas: alcance.candidaturas, seAbren: alcance.seAbren } }
    })
  }

  /** Everything as it was, while nobody answered under the version. */
  deshacer(quien: Quien, pedido: Pedido<{ version: number; motivo: string }>): Promise<ActoBorradorDto> {
    const motivo = cleanLine(pedido.body.motivo)
    return this.services.borradores.perform(quien, { acto: 'deshacer', ...pedido }, async ({ tx, borrador }) => {
      const cuestionarioId = await findActivada(tx, borrador.id)
      if (cuestionarioId === null) throw new AppError('ruta.no_existe')
      const row = await tx.findOneByOrFail(Cuestionario, { id: cuestionarioId })
      const restauradas = await restoreAnteriores(tx, { borradorId: borrador.id, cuestionarioId })
      const { version: numero, titulo } = row
      return {
        changes: { ...SIN_PROPUESTA, activadoPor: null },
        motivo,
        detalle: { tipo: row.tipo, cuestionario: cuestionarioId, numero, titulo, acuerdo: borrador.acuerdoId, restauradas, motivo },
      }
    })
  }

  activar(quien: Quien, pedido: Pedido): Promise<ActoBorradorDto> {
    return this.services.borradores.perform(quien, { acto: 'activar', ...pedido }, (turno) => this.activarIn(turno))
  }

  private async activarIn(turno: Turno<Leido>): Promise<Efecto<Borrador, Alcanzado>> {
    const { tx, borrador, ahora } = turno
    const row = await this.insert(turno)
    const vigentes = await this.services.vigentes.list(tx)
    const retira = turno.examen.diferencias.some(({ clase, campo }) => clase === 'retirada' && campo === null)
    const alcance = await this.walk(tx, turno, {
      mode: 'lock',
      write: async ({ candidaturas, pasadas }) => {
        const ids = candidaturas.map(({ id }) => id)
        await keepAnteriores(tx, { ids, baseId: row.anteriorId ?? row.id, borradorId: borrador.id, pasadas, now: ahora })
        await writePasadas(tx, row.id, { pasadas, now: ahora })
        await this.updateAvances(tx, { candidaturas, pasadas, vigentes, retira, borradorId: borrador.id })
      },
    })
    const { candidaturas: alcanzadas, seAbren } = alcance
    const { id: cuestionario, version: numero, titulo } = row
    return {
      changes: { activadoPor: turno.quien.cuentaId },
      mas: { alcance },
      detalle: { tipo: row.tipo, cuestionario, numero, titulo, acuerdo: borrador.acuerdoId, alcanzadas, seAbren },
    }
  }

  private async insert({ tx, borrador, alrededor, examen, ahora }: Turno<Leido>): Promise<Cuestionario> {
    const all = (await this.services.vigentes.todas(tx)).filter(({ tipo }) => tipo === borrador.tipo)
    const { procesoId, tipo, titulo, schema, uischema, cargos, acuerdoId } = borrador
    const row: Cuestionario = {
      ...{ id: randomUUID(), procesoId, tipo, titulo, schema, uischema, cargos, acuerdoId, borradorId: borrador.id, activadoEn: ahora },
      version: Math.max(0, ...all.map(({ version }) => version)) + 1,
      vigenteDesde: this.deps.clock.today().toString(),
      anteriorId: alrededor.base?.row.id ?? null,
      traslados: examen.traslados,
    }
    await insertRow(tx, Cuestionario, row)
    return row
  }

  private async walk(
    tx: EntityManager,
    { borrador, alrededor, examen }: Leido,
    { mode, write }: { mode: 'read' | 'lock'; write: (batch: Batch) => Promise<void> },
  ): Promise<AlcanceVersionDto> {
    await declararTraslado(tx, borrador.id)
    const cargos = cargosDe(borrador, (await this.services.procesos.cargos(tx)).map(({ clave }) => clave)) // prettier-ignore
    const candidaturas = await readCandidaturas(tx, cargos, mode)
    const despues = compileCuestionario({ ...borrador, version: 0 })
    const cuenta = new Cuenta(despues.secciones, this.deps.clock.today().toString())
    const { base } = alrededor
    if (!base) return cuenta.toDto(candidaturas)
    const salto: Salto = { tipo: borrador.tipo, antes: base.compiled, despues, traslados: examen.traslados }
    const pasador = new Pasador(salto)
    for (let at = 0; at < candidaturas.length; at += BATCH) {
      const batch = candidaturas.slice(at, at + BATCH)
      const rows = await readSecciones(tx, { ids: batch.map(({ id }) => id), baseId: base.row.id })
      const pasadas = [...byCandidatura(rows).values()].flatMap((own) => sinRespuestas(salto, pasador.pasar(own)))
      cuenta.add(pasadas)
      await write({ candidaturas: batch, pasadas })
    }
    return cuenta.toDto(candidaturas)
  }

  /** Updates the state of each whole candidatura that somebody has to look at again, or whose sections are others. */
  private async updateAvances(
    tx: EntityManager,
    { candidaturas, pasadas, vigentes, retira, borradorId }: Batch & { vigentes: Vigente[]; retira: boolean; borradorId: string },
  ): Promise<void> {
    const touched = new Set(pasadas.filter(({ conserva, nueva }) => retira || nueva || !conserva).map(({ candidaturaId }) => candidaturaId))
    const rows = candidaturas.filter(({ id }) => touched.has(id))
    const ids = rows.map(({ id }) => id)
    const estatus = byCandidatura(await readEstatus(tx, ids))
    const consentimientos = await findConsentimientos(tx, ids)
    const avances = rows.map(({ id, cargo }) => {
      const own = rigenPara(vigentes, cargo)
      const secciones = (estatus.get(id) ?? []).filter(({ cuestionarioId }) => own.some(({ row }) => row.id === cuestionarioId))
      const completeness = completenessOf({
        vigentes: own,
        secciones,
        consentimiento: consentimientos.get(id) ?? null,
      })
      const judged = judgedOf({ vigentes: own, secciones, consentimiento: consentimientos.get(id) ?? null }).map(({ estatus }) => estatus)
      const seccionesCompletas = secciones.filter(({ estatus }) => isComplete(estatus)).length
      return { id, estatusCaptura: estatusCapturaDe(judged, completeness), seccionesCompletas }
    })
    await writeAvances(tx, borradorId, avances)
  }
}

function byCandidatura<T extends Pick<SeccionRow, 'candidaturaId'>>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) {
    const known = found.get(row.candidaturaId)
    if (known) known.push(row)
    else found.set(row.candidaturaId, [row])
  }
  return found
}

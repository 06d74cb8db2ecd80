import { localDay } from '@conoceles/domain'
import type { EntityManager } from 'typeorm'
import type { Acts } from '../../../bitacora/index.ts'
import type { ProcesosService } from '../../../proceso/index.ts'
import { act, type Quien } from '../../../../shared/act.ts'
import { sha256 } from '../../../../shared/criptografia/canonical.ts'
import { toIso } from '../../../../shared/clock.ts'
import type { Deps } from '../../../../shared/deps.ts'
import type { Documentos } from '../../../../shared/documentos/documentos.ts'
import { AppError } from '../../../../shared/http/errors.ts'
import { toHoja, type HojaEntrega } from './hoja.ts'
import { findUltimaEntrega, readCandidaturas, readCuentas } from './entregas.queries.ts'
import { findAcuerdo } from '../listados/listados.queries.ts'
import { emisorOf, fileName, type Descarga } from '../listados/listados.service.ts'

interface Parts {
  acts: Acts
  procesos: ProcesosService
  documentos: Documentos
}

interface Pair {
  acuerdoId: string
  actorId: string
}

/** The sheet that goes with the accounts of an actor político, before and after they were delivered. */
export class HojasEntregaService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  async exportar(quien: Quien, pair: Pair): Promise<Descarga> {
    const { databases } = this.deps
    const { ids, ...read } = await act(databases, quien, (tx) => this.read(tx, pair))
    const cuentas = await databases.acceso.transaction((tx) => readCuentas(tx, pair.actorId, ids))
    const hoja: HojaEntrega = { ...read, cuentas }
    const contenido = await this.parts.documentos.pdf(toHoja(hoja))
    const { actor, corte, candidaturas } = hoja
    await this.parts.acts.recordReading(quien, {
      acto: 'exportacion.entrega',
      objeto: { tipo: 'acuerdo', id: pair.acuerdoId },
      detalle: { actor: actor.clave, corte, candidaturas: candidaturas.length, cuentas: cuentas.length, sha256: sha256(contenido) },
    })
    const nombre = `${fileName(['entrega', hoja.acuerdo.numero, hoja.actor.clave, hoja.dia])}.pdf`
    return { nombre, medio: 'application/pdf', contenido }
  }

  private async read(tx: EntityManager, { acuerdoId, actorId }: Pair): Promise<Omit<HojaEntrega, 'cuentas'> & { ids: string[] }> {
    const proceso = await this.parts.procesos.proceso(tx)
    const acuerdo = await findAcuerdo(tx, acuerdoId)
    const actor = (await this.parts.procesos.actores(tx)).find(({ id }) => id === actorId)
    const all = await readCandidaturas(tx, acuerdoId, actorId)
    if (!acuerdo || !actor || all.length === 0) throw new AppError('ruta.no_existe')
    const pending = all.filter(({ entregaId }) => entregaId === null)
    const last = pending.length > 0 ? null : await findUltimaEntrega(tx, acuerdoId, actorId)
    const candidaturas = last ? all.filter(({ entregaId }) => entregaId === last.id) : pending
    const entrega = last && { entregadaEn: toIso(last.entregadaEn), recibe: last.recibe, folio: last.folio }
    return {
      emisor: emisorOf(proceso),
      acuerdo,
      actor,
      candidaturas,
      ids: candidaturas.map(({ id }) => id),
      entrega,
      corte: this.deps.clock.now().toString({ fractionalSecondDigits: 0 }),
      dia: entrega ? localDay(entrega.entregadaEn, proceso.zona) : this.deps.clock.today().toString(),
      feriados: proceso.catalogos.feriados,
    }
  }
}

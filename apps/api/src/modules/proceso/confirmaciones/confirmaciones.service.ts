import { randomUUID } from 'node:crypto'
import { IsNull, type EntityManager } from 'typeorm'
import { cleanLine, datosConFuente, isConfirmada, MATERIAS, type DatoConFuente } from '@conoceles/domain'
import { once, type BitacoraService } from '../../bitacora/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import type { ClaveActo } from '../../../shared/actos.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { Confirmacion } from './confirmacion.entity.ts'
import type { ConfirmacionDto, ConfirmarDatoDto, DatoPackDto } from './confirmaciones.dto.ts'
import { huellaDe } from './confirmados.ts'
import type { ProcesosService } from '../procesos.service.ts'

/** Facts that the pack left open, and those for which the institute vouches. */
export class ConfirmacionesService {
  constructor(
    private readonly deps: Deps,
    private readonly services: { bitacora: BitacoraService; procesos: ProcesosService },
  ) {}

  async list(tx: EntityManager): Promise<DatoPackDto[]> {
    const rows = await tx.find(Confirmacion, { where: { deshechaEn: IsNull() } })
    const confirmaciones = new Map(rows.map((row) => [row.clave, row]))
    const datos = await this.pending(tx)
    const inOrder = MATERIAS.flatMap((materia) => datos.filter((dato) => dato.materia === materia))
    return inOrder.map((dato) => toDatoDto(dato, confirmaciones.get(dato.clave) ?? null))
  }

  confirmar(quien: Quien, body: ConfirmarDatoDto, clave: string | null): Promise<DatoPackDto> {
    return this.once(quien, { clave, contenido: body }, async (tx) => {
      const dato = await this.find(tx, body.clave)
      if (dato.valor === null) throw new AppError('confirmacion.sin_valor')
      if (huellaDe(dato) !== body.huella) throw new AppError('confirmacion.valor_distinto')
      const { documento, fecha } = this.sourceOf(body)
      const before = await tx.findOne(Confirmacion, {
        where: { clave: dato.clave, deshechaEn: IsNull() },
        lock: { mode: 'pessimistic_write' },
      })
      if (before?.huella === body.huella) throw new AppError('confirmacion.hecha')
      if (before) await this.undo(tx, quien, { row: before, motivo: 'El dato cambió y se confirmó otra vez.' })
      const row: Confirmacion = {
        ...{ id: randomUUID(), procesoId: (await this.services.procesos.proceso(tx)).id, clave: dato.clave, huella: body.huella },
        ...{ documento, fecha, confirmadaPor: quien.cuentaId, confirmadaEn: this.ahora() },
        ...{ deshechaPor: null, deshechaEn: null, motivo: null },
      }
      await tx.insert(Confirmacion, row)
      await this.record(tx, quien, { acto: 'dato.confirmado', row, detalle: { documento, fecha } })
      return toDatoDto(dato, row)
    })
  }

  deshacer(quien: Quien, { id, motivo, clave }: { id: string; motivo: string; clave: string | null }): Promise<DatoPackDto> {
    return this.once(quien, { clave, contenido: { id, motivo } }, async (tx) => {
      const row = await tx.findOne(Confirmacion, { where: { id }, lock: { mode: 'pessimistic_write' } })
      if (!row) throw new AppError('ruta.no_existe')
      if (row.deshechaEn !== null) throw new AppError('confirmacion.deshecha')
      await this.undo(tx, quien, { row, motivo: cleanLine(motivo) })
      return toDatoDto(await this.find(tx, row.clave), null)
    })
  }

  private async undo(tx: EntityManager, quien: Quien, { row, motivo }: { row: Confirmacion; motivo: string }): Promise<void> {
    await tx.update(Confirmacion, { id: row.id }, { deshechaPor: quien.cuentaId, deshechaEn: this.ahora(), motivo })
    await this.record(tx, quien, { acto: 'dato.confirmacion_deshecha', row, detalle: { motivo } })
  }

  private async pending(tx: EntityManager): Promise<DatoConFuente[]> {
    const { procesos } = this.services
    const { catalogos } = await procesos.actual(tx)
    return datosConFuente(catalogos, await procesos.cargos(tx)).filter(({ origen }) => !isConfirmada(origen.confianza))
  }

  private async find(tx: EntityManager, clave: string): Promise<DatoConFuente> {
    const dato = (await this.pending(tx)).find((each) => each.clave === clave)
    if (!dato) throw new AppError('ruta.no_existe')
    return dato
  }

  private sourceOf({ documento, fecha }: ConfirmarDatoDto): Pick<Confirmacion, 'documento' | 'fecha'> {
    if (fecha > this.deps.clock.today().toString()) {
      throw new AppError('entrada.invalida', { errors: [{ field: 'fecha', reasons: ['Ese día todavía no llega.'] }] })
    }
    return { documento: cleanLine(documento), fecha }
  }

  private async record(
    tx: EntityManager,
    { cuentaId, rol, requestId }: Quien,
    { acto, row, detalle }: { acto: ClaveActo; row: Confirmacion; detalle: Record<string, unknown> },
  ): Promise<void> {
    const objeto = { tipo: 'confirmacion', id: row.id }
    const { clave, huella } = row
    await this.services.bitacora.registrar(tx, { acto, cuentaId, rol, requestId, objeto, detalle: { clave, huella, ...detalle } })
  }

  private once<T extends object>(
    quien: Quien,
    sent: { clave: string | null; contenido: object },
    work: (tx: EntityManager) => Promise<T>,
  ): Promise<T> {
    const submission = { quien, ...sent, ahora: this.ahora(), llavero: this.deps.secretos.llavero }
    return act(this.deps.databases, quien, (tx) => once(tx, submission, () => work(tx)))
  }

  private ahora(): Date {
    return toDate(this.deps.clock.now())
  }
}

function toDatoDto(dato: DatoConFuente, row: Confirmacion | null): DatoPackDto {
  const { clave, materia, valor, pagina, origen } = dato
  const huella = huellaDe(dato)
  const same = row?.huella === huella
  const said = row && toConfirmacionDto(row)
  return {
    ...{ clave, materia, dato: dato.dato, valor, pagina, huella, fuente: origen.fuente, confianza: origen.confianza },
    ...{ confirmacion: same ? said : null, anterior: same ? null : said },
  }
}

function toConfirmacionDto({ id, documento, fecha, confirmadaEn }: Confirmacion): ConfirmacionDto {
  return { id, documento, fecha, en: confirmadaEn.toISOString() }
}

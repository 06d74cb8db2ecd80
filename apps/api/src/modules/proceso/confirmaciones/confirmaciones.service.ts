import { randomUUID } from 'node:crypto'
import { IsNull, type EntityManager } from 'typeorm'
import { cleanLine, datosConFuente, isConfirmada, MATERIAS, type DatoConFuente } from '@conoceles/domain'
import type { Acts, Turno } from '../../bitacora/index.ts'
import { type Quien, lockRow } from '../../../shared/act.ts'
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
    private readonly services: { acts: Acts; procesos: ProcesosService },
  ) {}

  async list(tx: EntityManager): Promise<DatoPackDto[]> {
    const rows = await tx.find(Confirmacion, { where: { deshechaEn: IsNull() } })
    const confirmaciones = new Map(rows.map((row) => [row.clave, row]))
    const datos = await this.pending(tx)
    const inOrder = MATERIAS.flatMap((materia) => datos.filter((dato) => dato.materia === materia))
    return inOrder.map((dato) => toDatoDto(dato, confirmaciones.get(dato.clave) ?? null))
  }

  confirmar(quien: Quien, body: ConfirmarDatoDto, clave: string | null): Promise<DatoPackDto> {
    const id = randomUUID()
    return this.services.acts.save(quien, {
      acto: 'dato.confirmado',
      objeto: { tipo: 'confirmacion', id },
      envio: { clave, contenido: body },
      lock: (tx) => this.find(tx, body.clave),
      change: async ({ tx, state: dato, ahora }) => {
        if (dato.valor === null) throw new AppError('confirmacion.sin_valor')
        if (huellaDe(dato) !== body.huella) throw new AppError('confirmacion.valor_distinto')
        const { documento, fecha } = this.sourceOf(body)
        const before = await tx.findOne(Confirmacion, {
          where: { clave: dato.clave, deshechaEn: IsNull() },
          lock: { mode: 'pessimistic_write' },
        })
        if (before?.huella === body.huella) throw new AppError('confirmacion.hecha')
        if (before) await this.undo(tx, quien, { row: before, motivo: 'El dato cambió y se confirmó otra vez.' })
        const said = { clave: dato.clave, huella: body.huella, documento, fecha }
        const row: Confirmacion = {
          ...said,
          id,
          procesoId: (await this.services.procesos.proceso(tx)).id,
          confirmadaPor: quien.cuentaId,
          confirmadaEn: ahora,
          deshechaPor: null,
          deshechaEn: null,
          motivo: null,
        }
        await tx.insert(Confirmacion, row)
        return { detalle: said, dto: toDatoDto(dato, row) }
      },
      answer: ({ hecho }) => hecho.dto,
    })
  }

  deshacer(quien: Quien, { id, motivo, clave }: { id: string; motivo: string; clave: string | null }): Promise<DatoPackDto> {
    return this.services.acts.save(quien, {
      ...this.undone(id, cleanLine(motivo)),
      envio: { clave, contenido: { id, motivo } },
      lock: async (tx) => {
        const row = await lockRow(tx, Confirmacion, { id })
        if (row.deshechaEn !== null) throw new AppError('confirmacion.deshecha')
        return row
      },
      answer: async ({ tx, hecho }) => toDatoDto(await this.find(tx, hecho.detalle.clave), null),
    })
  }

  private async undo(tx: EntityManager, quien: Quien, { row, motivo }: { row: Confirmacion; motivo: string }): Promise<void> {
    await this.services.acts.saveIn(tx, quien, {
      ...this.undone(row.id, motivo),
      lock: () => Promise.resolve(row),
      answer: () => undefined,
    })
  }

  private undone(id: string, motivo: string) {
    return {
      acto: 'dato.confirmacion_deshecha' as const,
      objeto: { tipo: 'confirmacion', id },
      change: async ({ tx, quien, state: { clave, huella }, ahora }: Turno<Confirmacion>) => {
        await tx.update(Confirmacion, { id }, { deshechaPor: quien.cuentaId, deshechaEn: ahora, motivo })
        return { detalle: { clave, huella, motivo } }
      },
    }
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

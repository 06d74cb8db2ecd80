import { randomUUID } from 'node:crypto'
import { IsNull, type EntityManager } from 'typeorm'
import { cierreDe, cleanLine, datosConFuente, isConfirmada, MATERIAS, type CierrePack, type DatoConFuente } from '@conoceles/domain'
import type { Acts, Turno } from '../../bitacora/index.ts'
import { type Quien, lockRow } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { Confirmacion } from './confirmacion.entity.ts'
import type { ConfirmacionDto, ConfirmarDatoDto, DatoPackDto, EscribirDatoDto } from './confirmaciones.dto.ts'
import { conEscritos, esEscribible, huellaDe } from './confirmados.ts'
import { DatoEscrito } from './dato-escrito.entity.ts'
import type { ProcesosService } from '../procesos.service.ts'

/** A value for which the institute vouched, whether or not somebody undid it since. */
export interface DatoConfirmado extends Pick<Confirmacion, 'id' | 'documento' | 'fecha' | 'deshechaEn' | 'motivo'> {
  dato: string
  /** Null: the pack says something else by now. */
  valor: string | null
  /** Accounts that vouched for it, the first one first. */
  personas: string[]
  en: Date
}

/** A fact that nobody confirmed, with the text that somebody wrote for it. */
interface Pendiente {
  dato: DatoConFuente
  escribible: boolean
  escrito: DatoEscrito | null
  /** Null: the pack does not say who settles it. */
  cierra: CierrePack | null
}

interface PorConfirmar extends Pendiente {
  /** Confirmation of the fact that nobody undid. */
  before: Confirmacion | null
}

/** Facts that the pack left open, and those for which the institute vouches. */
export class ConfirmacionesService {
  constructor(
    private readonly deps: Deps,
    private readonly services: { acts: Acts; procesos: ProcesosService },
  ) {}

  async list(tx: EntityManager, quien: Quien): Promise<DatoPackDto[]> {
    const rows = await tx.find(Confirmacion, { where: { deshechaEn: IsNull() } })
    const confirmaciones = new Map(rows.map((row) => [row.clave, row]))
    const datos = await this.pending(tx)
    const inOrder = MATERIAS.flatMap((materia) => datos.filter(({ dato }) => dato.materia === materia))
    return inOrder.map((each) => toDatoDto(each, confirmaciones.get(each.dato.clave) ?? null, quien))
  }

  /** Values that were confirmed, the newest first: a confirmation changes no version of the pack. */
  async historia(tx: EntityManager): Promise<DatoConfirmado[]> {
    const rows = (await tx.find(Confirmacion, { order: { confirmadaEn: 'DESC' } })).filter(cuenta)
    if (rows.length === 0) return []
    const datos = new Map((await this.pending(tx)).map((each) => [each.dato.clave, each]))
    return rows.map((row) => toConfirmado(row, datos.get(row.clave)))
  }

  /** One person vouches for a value, and it counts once another one does by the same document. A written text has its author already. */
  confirmar(quien: Quien, body: ConfirmarDatoDto, clave: string | null): Promise<DatoPackDto> {
    const id = randomUUID()
    return this.services.acts.save(quien, {
      acto: 'dato.confirmado',
      objeto: ({ before }: PorConfirmar) => ({ tipo: 'confirmacion', id: before?.huella === body.huella ? before.id : id }),
      envio: { clave, contenido: body },
      lock: async (tx): Promise<PorConfirmar> => {
        const found = await this.find(tx, body.clave)
        const where = { clave: body.clave, deshechaEn: IsNull() }
        return { ...found, before: await tx.findOne(Confirmacion, { where, lock: { mode: 'pessimistic_write' } }) }
      },
      change: async ({ tx, state, ahora }) => {
        assertConfirmable(state, body, quien)
        const { before, escrito } = state
        const said = { clave: body.clave, huella: body.huella, ...this.sourceOf(body) }
        if (before?.huella === body.huella) {
          const row = { ...before, ...segundaDe(before, { said, quien, ahora }) }
          await tx.update(Confirmacion, { id: row.id }, { segundaPor: row.segundaPor, segundaEn: row.segundaEn })
          return { detalle: { ...said, persona: 'segunda' as const }, dto: toDatoDto(state, row, quien) }
        }
        if (before) await this.undo(tx, quien, { row: before, motivo: 'El dato cambió y se confirmó otra vez.' })
        const row: Confirmacion = {
          ...said,
          ...{ id, procesoId: (await this.services.procesos.proceso(tx)).id, confirmadaPor: quien.cuentaId, confirmadaEn: ahora },
          ...{ aDos: escrito === null, segundaPor: null, segundaEn: null, deshechaPor: null, deshechaEn: null, motivo: null },
        }
        await tx.insert(Confirmacion, row)
        return { detalle: { ...said, persona: escrito ? ('segunda' as const) : ('primera' as const) }, dto: toDatoDto(state, row, quien) }
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
      answer: async ({ tx, hecho }) => toDatoDto(await this.find(tx, hecho.detalle.clave), null, quien),
    })
  }

  /** A text that the pack lacks. Another person confirms it. */
  escribir(quien: Quien, body: EscribirDatoDto, clave: string | null): Promise<DatoPackDto> {
    const id = randomUUID()
    return this.services.acts.save(quien, {
      acto: 'dato.escrito',
      objeto: { tipo: 'confirmacion', id },
      envio: { clave, contenido: body },
      lock: (tx) => this.find(tx, body.clave),
      change: async ({ tx, state, ahora }) => {
        if (!state.escribible || state.escrito !== null) throw new AppError('confirmacion.con_valor')
        const row: DatoEscrito = {
          ...{ id, clave: body.clave, valor: cleanLine(body.valor), ...this.sourceOf(body) },
          procesoId: (await this.services.procesos.proceso(tx)).id,
          ...{ escritoPor: quien.cuentaId, escritoEn: ahora, retiradoPor: null, retiradoEn: null, motivo: null },
        }
        await tx.insert(DatoEscrito, row)
        const { dato } = await this.find(tx, body.clave)
        return { detalle: { clave: body.clave, huella: huellaDe(dato), documento: row.documento, fecha: row.fecha } }
      },
      answer: async ({ tx }) => toDatoDto(await this.find(tx, body.clave), null, quien),
    })
  }

  /** While nobody confirmed it: a confirmation is undone first. */
  retirar(quien: Quien, { id, motivo, clave }: { id: string; motivo: string; clave: string | null }): Promise<DatoPackDto> {
    return this.services.acts.save(quien, {
      acto: 'dato.escrito_retirado',
      objeto: { tipo: 'confirmacion', id },
      envio: { clave, contenido: { id, motivo } },
      lock: async (tx) => {
        const row = await lockRow(tx, DatoEscrito, { id })
        if (row.retiradoEn !== null) throw new AppError('confirmacion.retirado')
        return row
      },
      change: async ({ tx, state: row, ahora }) => {
        const huella = huellaDe((await this.find(tx, row.clave)).dato)
        const confirmed = await tx.existsBy(Confirmacion, { clave: row.clave, huella, deshechaEn: IsNull() })
        if (confirmed) throw new AppError('confirmacion.hecha')
        const said = cleanLine(motivo)
        await tx.update(DatoEscrito, { id }, { retiradoPor: quien.cuentaId, retiradoEn: ahora, motivo: said })
        return { detalle: { clave: row.clave, huella, motivo: said } }
      },
      answer: async ({ tx, hecho }) => toDatoDto(await this.find(tx, hecho.detalle.clave), null, quien),
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

  private async pending(tx: EntityManager): Promise<Pendiente[]> {
    const { procesos } = this.services
    const { catalogos } = await procesos.actual(tx)
    const cargos = await procesos.cargos(tx)
    const rows = await tx.find(DatoEscrito, { where: { retiradoEn: IsNull() } })
    const escritos = new Map(rows.map((row) => [row.clave, row]))
    const written = new Map(datosConFuente(conEscritos(catalogos, cargos, escritos), cargos).map((dato) => [dato.clave, dato]))
    return datosConFuente(catalogos, cargos)
      .filter(({ origen }) => !isConfirmada(origen.confianza))
      .map((bare) => {
        const escribible = esEscribible(bare)
        const escrito = (escribible && escritos.get(bare.clave)) || null
        // A gap tells what is missing: its name stays when somebody fills it.
        const dato = escrito ? { ...(written.get(bare.clave) ?? bare), dato: bare.dato, valor: escrito.valor } : bare
        return { dato, escribible, escrito, cierra: cierreDe(catalogos.cierres ?? [], bare.clave) }
      })
  }

  private async find(tx: EntityManager, clave: string): Promise<Pendiente> {
    const found = (await this.pending(tx)).find(({ dato }) => dato.clave === clave)
    if (!found) throw new AppError('ruta.no_existe')
    return found
  }

  private sourceOf({ documento, fecha }: Pick<ConfirmarDatoDto, 'documento' | 'fecha'>): Pick<Confirmacion, 'documento' | 'fecha'> {
    if (fecha > this.deps.clock.today().toString()) {
      throw new AppError('entrada.invalida', { errors: [{ field: 'fecha', reasons: ['Ese día todavía no llega.'] }] })
    }
    return { documento: cleanLine(documento), fecha }
  }
}

function assertConfirmable({ dato, escrito }: Pendiente, { huella }: ConfirmarDatoDto, quien: Quien): void {
  if (dato.valor === null) throw new AppError('confirmacion.sin_valor')
  if (huellaDe(dato) !== huella) throw new AppError('confirmacion.valor_distinto')
  if (escrito?.escritoPor === quien.cuentaId) throw new AppError('confirmacion.misma_persona')
}

interface Segunda {
  said: Pick<Confirmacion, 'documento' | 'fecha'>
  quien: Quien
  ahora: Date
}

function segundaDe(primera: Confirmacion, { said, quien, ahora }: Segunda): Pick<Confirmacion, 'segundaPor' | 'segundaEn'> {
  if (cuenta(primera)) throw new AppError('confirmacion.hecha')
  if (primera.confirmadaPor === quien.cuentaId) throw new AppError('confirmacion.misma_persona')
  if (primera.documento !== said.documento || primera.fecha !== said.fecha) throw new AppError('confirmacion.otra_fuente')
  return { segundaPor: quien.cuentaId, segundaEn: ahora }
}

/** Whether nobody else is needed. */
function cuenta({ aDos, segundaEn }: Confirmacion): boolean {
  return !aDos || segundaEn !== null
}

function toConfirmado(row: Confirmacion, found: Pendiente | undefined): DatoConfirmado {
  const { id, clave, documento, fecha, deshechaEn, motivo } = row
  return {
    ...{ id, documento, fecha, deshechaEn, motivo, dato: found?.dato.dato ?? clave },
    valor: found && huellaDe(found.dato) === row.huella ? found.dato.valor : null,
    personas: personasDe(row, found?.escrito ?? null),
    en: row.segundaEn ?? row.confirmadaEn,
  }
}

/** The author of a written text is its first person. */
function personasDe({ aDos, confirmadaPor, segundaPor }: Confirmacion, escrito: DatoEscrito | null): string[] {
  const first = aDos || escrito === null ? null : escrito.escritoPor
  return [first, confirmadaPor, segundaPor].filter((each) => each !== null)
}

function toDatoDto({ dato, escribible, escrito, cierra }: Pendiente, row: Confirmacion | null, quien: Quien): DatoPackDto {
  const { clave, materia, valor, pagina, origen } = dato
  const huella = huellaDe(dato)
  return {
    ...{ clave, materia, dato: dato.dato, valor, pagina, huella, fuente: origen.fuente, confianza: origen.confianza },
    ...dichoDe(row, huella, quien),
    cierra: cierra && { quien: cierra.quien, donde: cierra.donde },
    escribible,
    escrito: escrito && {
      ...{ id: escrito.id, documento: escrito.documento, fecha: escrito.fecha, en: escrito.escritoEn.toISOString() },
      propio: escrito.escritoPor === quien.cuentaId,
    },
  }
}

/** A confirmation of this value, or that of its first person, or one of another value. */
function dichoDe(row: Confirmacion | null, huella: string, quien: Quien): Pick<DatoPackDto, 'confirmacion' | 'primera' | 'anterior'> {
  const none = { confirmacion: null, primera: null, anterior: null }
  if (row === null) return none
  const said = toConfirmacionDto(row)
  if (row.huella !== huella) return { ...none, anterior: said }
  return cuenta(row) ? { ...none, confirmacion: said } : { ...none, primera: { ...said, propia: row.confirmadaPor === quien.cuentaId } }
}

function toConfirmacionDto({ id, documento, fecha, confirmadaEn }: Confirmacion): ConfirmacionDto {
  return { id, documento, fecha, en: confirmadaEn.toISOString() }
}

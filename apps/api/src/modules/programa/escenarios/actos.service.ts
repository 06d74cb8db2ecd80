import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { IsNull, type EntityManager, type FindOneOptions } from 'typeorm'
import { cleanLine, factKey, longDate, type Milestone } from '@conoceles/domain'
import { once, type BitacoraService } from '../../bitacora/index.ts'
import { insertRow, updateRow } from '../../../database/rows.ts'
import { act, type Quien } from '../../../shared/act.ts'
import type { ClaveActo } from '../../../shared/actos.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError, blameRepeatedKey } from '../../../shared/http/errors.ts'
import { Escenario, type DecisionGuardada, type EdicionGuardada } from './escenario.entity.ts'
import type {
  CreateEscenarioDto,
  DecidirEscenarioDto,
  EditarEscenarioDto,
  EscenarioDto,
  RenombrarEscenarioDto,
  RestaurarEscenarioDto,
} from './escenarios.dto.ts'
import type { EscenariosService } from './escenarios.service.ts'
import { reglaEditada } from './regla-editada.ts'

interface Services {
  bitacora: BitacoraService
  escenarios: EscenariosService
}

type Changes = Partial<Pick<Escenario, 'nombre' | 'ediciones' | 'decisiones' | 'descartadoEn'>>

interface Change {
  acto: ClaveActo
  /** Null: of any version. */
  version: number | null
  /** Whether it is done on a scenario that was put away. */
  descartado?: boolean
  work(tx: EntityManager, row: Escenario): Promise<{ changes: Changes; detalle: Record<string, unknown> }>
}

/** The acts on a scenario: create, duplicate, rename, edit, decide, restore, put away and bring back. */
export class ActosEscenarioService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  crear(quien: Quien, { nombre, jornada }: CreateEscenarioDto, clave: string | null): Promise<EscenarioDto> {
    return this.insertOnce(quien, { clave, contenido: { acto: 'escenario', nombre, jornada } }, async (tx) => {
      const { origen } = await this.services.escenarios.base(tx)
      assertJornada(jornada, origen.jornada)
      return { row: { nombre, jornada, origen, ediciones: [], decisiones: [] }, acto: 'escenario.creado', detalle: { jornada, origen } }
    })
  }

  duplicar(quien: Quien, id: string, { nombre, clave }: { nombre: string; clave: string | null }): Promise<EscenarioDto> {
    return this.insertOnce(quien, { clave, contenido: { acto: 'escenario.duplicar', id, nombre } }, async (tx) => {
      const { jornada, origen, ediciones, decisiones } = await find(tx, id)
      return { row: { nombre, jornada, origen, ediciones, decisiones }, acto: 'escenario.duplicado', detalle: { de: id } }
    })
  }

  renombrar(quien: Quien, id: string, { version, nombre }: RenombrarEscenarioDto): Promise<EscenarioDto> {
    const name = toNombre(nombre)
    return this.change(quien, id, {
      ...{ acto: 'escenario.renombrado', version },
      work: async (_, row) => ({ changes: { nombre: name }, detalle: { antes: row.nombre } }),
    })
  }

  /** A rule that a person writes over the computed one, or over her own. */
  editar(quien: Quien, id: string, { version, statement, regla, razon }: EditarEscenarioDto): Promise<EscenarioDto> {
    return this.change(quien, id, {
      ...{ acto: 'escenario.editado', version },
      work: async (tx, row) => {
        const { programa } = await this.services.escenarios.base(tx)
        const edited = reglaEditada(programa, statement, regla)
        const edicion: EdicionGuardada = { statement, regla: edited, razon: toRazon(razon), ...this.sign(quien) }
        const others = row.ediciones.filter((each) => each.statement !== statement)
        return { changes: { ediciones: [...others, edicion] }, detalle: { statement, regla: edited, razon: edicion.razon } }
      },
    })
  }

  /** Decides which statement governs where they disagree. */
  decidir(quien: Quien, id: string, { version, entregable, statement, ...body }: DecidirEscenarioDto): Promise<EscenarioDto> {
    const milestone = body.milestone as Milestone
    return this.change(quien, id, {
      ...{ acto: 'escenario.decidido', version },
      work: async (tx, row) => {
        const { hitos } = await this.services.escenarios.compute(tx, row)
        const hito = hitos.find((each) => each.entregable === entregable && each.milestone === milestone)
        const chosen = hito?.fuentes.find((each) => each.statement.clave === statement && each.ahora.fin !== null)
        assert(chosen ? [] : ['Esa fuente no da una fecha para este momento.'])
        const razon = toRazon(body.razon)
        const decision: DecisionGuardada = { occurrence: entregable, milestone, statement, razon, ...this.sign(quien) }
        const others = row.decisiones.filter((each) => keyOf(each) !== keyOf(decision))
        return { changes: { decisiones: [...others, decision] }, detalle: { entregable, milestone, statement, razon } }
      },
    })
  }

  /** Back to the computed text. */
  restaurar(quien: Quien, id: string, { version, clave }: RestaurarEscenarioDto): Promise<EscenarioDto> {
    return this.change(quien, id, {
      ...{ acto: 'escenario.restaurado', version },
      work: async (_, row) => {
        const ediciones = row.ediciones.filter(({ statement }) => statement !== clave)
        const decisiones = row.decisiones.filter((each) => keyOf(each) !== clave)
        const found = ediciones.length < row.ediciones.length || decisiones.length < row.decisiones.length
        assert(found ? [] : ['Ya está como se calculó.'])
        return { changes: { ediciones, decisiones }, detalle: { clave } }
      },
    })
  }

  descartar(quien: Quien, id: string, version: number): Promise<EscenarioDto> {
    const descartadoEn = toDate(this.deps.clock.now())
    return this.change(quien, id, {
      ...{ acto: 'escenario.descartado', version },
      work: async () => ({ changes: { descartadoEn }, detalle: {} }),
    })
  }

  recuperar(quien: Quien, id: string): Promise<EscenarioDto> {
    return this.change(quien, id, {
      ...{ acto: 'escenario.recuperado', version: null, descartado: true },
      work: async (tx) => {
        await this.assertRoom(tx)
        return { changes: { descartadoEn: null }, detalle: {} }
      },
    })
  }

  private insertOnce(
    quien: Quien,
    { clave, contenido }: { clave: string | null; contenido: object },
    draw: (tx: EntityManager) => Promise<Drawn>,
  ): Promise<EscenarioDto> {
    const ahora = toDate(this.deps.clock.now())
    return act(this.deps.databases, quien, (tx) =>
      once(tx, { quien, clave, contenido, ahora, llavero: this.deps.secretos.llavero }, async () => {
        const { row, acto, detalle } = await draw(tx)
        await this.assertRoom(tx)
        const { procesoId } = await this.services.escenarios.base(tx)
        const own = { id: randomUUID(), procesoId, nombre: toNombre(row.nombre), version: 1 }
        const stamps = { creadoEn: ahora, creadoPor: quien.cuentaId, cambiadoEn: ahora, descartadoEn: null }
        await insertRow(tx, Escenario, { ...row, ...own, ...stamps }).catch(blameNombre)
        await this.registrar(tx, quien, { acto, id: own.id, detalle: { nombre: own.nombre, ...detalle } })
        return this.services.escenarios.find(tx, own.id)
      }),
    )
  }

  /** Lock → check → change → save → bitácora. */
  private change(quien: Quien, id: string, { acto, version, descartado = false, work }: Change): Promise<EscenarioDto> {
    return act(this.deps.databases, quien, async (tx) => {
      const row = await find(tx, id, { lock: { mode: 'pessimistic_write' } })
      assert(
        (row.descartadoEn !== null) === descartado ? [] : [descartado ? 'No está descartado.' : 'Está descartado: recupérelo primero.'],
      )
      if (version !== null && version !== row.version) throw new AppError('escenario.version_distinta')
      const { changes, detalle } = await work(tx, row)
      const next = { ...changes, version: row.version + 1, cambiadoEn: toDate(this.deps.clock.now()) }
      await updateRow(tx, Escenario, { where: { id }, changes: next }).catch(blameNombre)
      await this.registrar(tx, quien, { acto, id, detalle: { nombre: next.nombre ?? row.nombre, version: next.version, ...detalle } })
      return this.services.escenarios.find(tx, id)
    })
  }

  /** One after the other, so that fifty are never fifty-one. */
  private async assertRoom(tx: EntityManager): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('captura.escenario', 0))`)
    if ((await tx.countBy(Escenario, { descartadoEn: IsNull() })) >= MAX_ESCENARIOS) throw new AppError('escenario.limite')
  }

  private sign({ rol }: Quien): { en: string; rol: string } {
    return { en: this.deps.clock.now().toString({ fractionalSecondDigits: 0 }), rol }
  }

  private async registrar(
    tx: EntityManager,
    { cuentaId, rol, requestId }: Quien,
    { acto, id, detalle }: { acto: ClaveActo; id: string; detalle: Record<string, unknown> },
  ): Promise<void> {
    await this.services.bitacora.registrar(tx, { acto, cuentaId, rol, objeto: { tipo: 'escenario', id }, detalle, requestId })
  }
}

interface Drawn {
  row: Pick<Escenario, 'nombre' | 'jornada' | 'origen' | 'ediciones' | 'decisiones'>
  acto: ClaveActo
  detalle: Record<string, unknown>
}

const MAX_ESCENARIOS = 50
const MAX_ANIOS = 12

const keyOf = ({ occurrence, milestone }: DecisionGuardada): string => factKey(occurrence, milestone)

async function find(tx: EntityManager, id: string, how: Pick<FindOneOptions, 'lock'> = {}): Promise<Escenario> {
  const row = await tx.findOne(Escenario, { where: { id }, ...how })
  if (!row) throw new AppError('ruta.no_existe')
  return row
}

/** The next one, and not one of another century. */
function assertJornada(jornada: string, before: string): void {
  const last = Temporal.PlainDate.from(before).add({ years: MAX_ANIOS }).toString()
  if (before < jornada && jornada <= last) return
  const reason = `Debe ser después del ${longDate(before)} y a más tardar el ${longDate(last)}.`
  throw new AppError('entrada.invalida', { errors: [{ field: 'jornada', reasons: [reason] }] })
}

const toNombre = (nombre: string): string => lineOf('nombre', nombre, 3)
const toRazon = (razon: string): string => lineOf('razon', razon, 10)

const blameNombre = blameRepeatedKey('escenario_nombre_uq', 'escenario.nombre_repetido')

/** Blanks are no text. */
function lineOf(field: string, text: string, min: number): string {
  const line = cleanLine(text)
  if (line.length < min) throw new AppError('entrada.invalida', { errors: [{ field, reasons: ['Es demasiado corto.'] }] })
  return line
}

function assert(reasons: string[]): void {
  if (reasons.length > 0) throw new AppError('escenario.acto_no_permitido', { detail: reasons.join(' ') })
}

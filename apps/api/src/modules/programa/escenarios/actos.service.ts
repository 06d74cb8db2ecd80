import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { IsNull, type EntityManager } from 'typeorm'
import { cleanLine, factKey, longDate, type ClaveActo, type Actos } from '@conoceles/domain'
import type { Acts, Hecho, Save } from '../../bitacora/index.ts'
import { insertRow, updateRow } from '../../../database/rows.ts'
import { type Quien, lockRow } from '../../../shared/act.ts'
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
  acts: Acts
  escenarios: EscenariosService
}

type Changes = Partial<Pick<Escenario, 'nombre' | 'ediciones' | 'decisiones' | 'descartadoEn'>>

interface Change<K extends DeEscenario> {
  acto: K
  /** Null: of any version. */
  version: number | null
  /** Whether it is done on a scenario that was put away. */
  descartado?: boolean
  /** `comun`: name and version, which every detail tells. */
  work(tx: EntityManager, row: Escenario, comun: Comun): Promise<{ changes: Changes; detalle: Actos[K] }>
}

/** Acts on a scenario that exists, as the bitácora names them. */
type DeEscenario = `escenario.${'renombrado' | 'editado' | 'decidido' | 'restaurado' | 'descartado' | 'recuperado'}`

type Comun = Actos['escenario.descartado']

/** The acts on a scenario: create, duplicate, rename, edit, decide, restore, put away and bring back. */
export class ActosEscenarioService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  crear(quien: Quien, { nombre, jornada }: CreateEscenarioDto, clave: string | null): Promise<EscenarioDto> {
    return this.insert(quien, {
      acto: 'escenario.creado',
      envio: { clave, contenido: { nombre, jornada } },
      nombre,
      draw: async (tx, name) => {
        const { origen } = await this.services.escenarios.base(tx)
        assertJornada(jornada, origen.jornada)
        return { row: { jornada, origen, ediciones: [], decisiones: [] }, detalle: { nombre: name, jornada, origen } }
      },
    })
  }

  duplicar(quien: Quien, id: string, { nombre, clave }: { nombre: string; clave: string | null }): Promise<EscenarioDto> {
    return this.insert(quien, {
      acto: 'escenario.duplicado',
      envio: { clave, contenido: { id, nombre } },
      nombre,
      draw: async (tx, name) => {
        const { jornada, origen, ediciones, decisiones } = await find(tx, id)
        return { row: { jornada, origen, ediciones, decisiones }, detalle: { nombre: name, de: id } }
      },
    })
  }

  renombrar(quien: Quien, id: string, { version, nombre }: RenombrarEscenarioDto): Promise<EscenarioDto> {
    const name = toNombre(nombre)
    return this.change(quien, id, {
      ...{ acto: 'escenario.renombrado', version },
      work: async (_, row, comun) => ({ changes: { nombre: name }, detalle: { ...comun, nombre: name, antes: row.nombre } }),
    })
  }

  /** A rule that a person writes over the computed one, or over her own. */
  editar(quien: Quien, id: string, { version, statement, regla, razon }: EditarEscenarioDto): Promise<EscenarioDto> {
    return this.change(quien, id, {
      ...{ acto: 'escenario.editado', version },
      work: async (tx, row, comun) => {
        const { programa } = await this.services.escenarios.base(tx)
        const edited = reglaEditada(programa, statement, regla)
        const edicion: EdicionGuardada = { statement, regla: edited, razon: toRazon(razon), ...this.sign(quien) }
        const others = row.ediciones.filter((each) => each.statement !== statement)
        return { changes: { ediciones: [...others, edicion] }, detalle: { ...comun, statement, regla: edited, razon: edicion.razon } }
      },
    })
  }

  /** Decides which statement governs where they disagree. */
  decidir(quien: Quien, id: string, { version, entregable, statement, ...body }: DecidirEscenarioDto): Promise<EscenarioDto> {
    const milestone = body.milestone
    return this.change(quien, id, {
      ...{ acto: 'escenario.decidido', version },
      work: async (tx, row, comun) => {
        const { hitos } = await this.services.escenarios.compute(tx, row)
        const hito = hitos.find((each) => each.entregable === entregable && each.milestone === milestone)
        const chosen = hito?.fuentes.find((each) => each.statement.clave === statement && each.ahora.fin !== null)
        assert(chosen ? [] : ['Esa fuente no da una fecha para este momento.'])
        const razon = toRazon(body.razon)
        const decision: DecisionGuardada = { occurrence: entregable, milestone, statement, razon, ...this.sign(quien) }
        const others = row.decisiones.filter((each) => keyOf(each) !== keyOf(decision))
        return { changes: { decisiones: [...others, decision] }, detalle: { ...comun, entregable, milestone, statement, razon } }
      },
    })
  }

  /** Back to the computed text. */
  restaurar(quien: Quien, id: string, { version, clave }: RestaurarEscenarioDto): Promise<EscenarioDto> {
    return this.change(quien, id, {
      ...{ acto: 'escenario.restaurado', version },
      work: async (_, row, comun) => {
        const ediciones = row.ediciones.filter(({ statement }) => statement !== clave)
        const decisiones = row.decisiones.filter((each) => keyOf(each) !== clave)
        const found = ediciones.length < row.ediciones.length || decisiones.length < row.decisiones.length
        assert(found ? [] : ['Ya está como se calculó.'])
        return { changes: { ediciones, decisiones }, detalle: { ...comun, clave } }
      },
    })
  }

  descartar(quien: Quien, id: string, version: number): Promise<EscenarioDto> {
    const descartadoEn = toDate(this.deps.clock.now())
    return this.change(quien, id, {
      ...{ acto: 'escenario.descartado', version },
      work: async (_, __, comun) => ({ changes: { descartadoEn }, detalle: comun }),
    })
  }

  recuperar(quien: Quien, id: string): Promise<EscenarioDto> {
    return this.change(quien, id, {
      ...{ acto: 'escenario.recuperado', version: null, descartado: true },
      work: async (tx, _, comun) => {
        await this.assertRoom(tx)
        return { changes: { descartadoEn: null }, detalle: comun }
      },
    })
  }

  private insert<K extends 'escenario.creado' | 'escenario.duplicado'>(
    quien: Quien,
    { acto, envio, nombre, draw }: Pick<Save<K, null, Hecho<K>, EscenarioDto>, 'acto' | 'envio'> & Drawing<K>,
  ): Promise<EscenarioDto> {
    const id = randomUUID()
    return this.services.acts.save(quien, {
      acto,
      objeto: { tipo: 'escenario', id },
      envio,
      lock: (tx) => this.assertRoom(tx),
      change: async ({ tx, ahora }) => {
        const name = toNombre(nombre)
        const { row, detalle } = await draw(tx, name)
        const { procesoId } = await this.services.escenarios.base(tx)
        const stamps = { creadoEn: ahora, creadoPor: quien.cuentaId, cambiadoEn: ahora, descartadoEn: null }
        await insertRow(tx, Escenario, { ...row, id, procesoId, nombre: name, version: 1, ...stamps }).catch(blameNombre)
        return { detalle }
      },
      answer: ({ tx }) => this.services.escenarios.find(tx, id),
    })
  }

  private change<K extends DeEscenario>(
    quien: Quien,
    id: string,
    { acto, version, descartado = false, work }: Change<K>,
  ): Promise<EscenarioDto> {
    const { escenarios } = this.services
    return this.services.acts.save(quien, {
      acto,
      objeto: { tipo: 'escenario', id },
      lock: async (tx) => {
        const row = await lockRow(tx, Escenario, { id })
        const reason = descartado ? 'No está descartado.' : 'Está descartado: recupérelo primero.'
        assert((row.descartadoEn !== null) === descartado ? [] : [reason])
        return row
      },
      familia: 'escenario',
      version: { leida: version ?? 0, actual: (row) => (version === null ? 0 : row.version), texto: (tx) => escenarios.find(tx, id) },
      change: async ({ tx, state: row, ahora: cambiadoEn }) => {
        const { changes, detalle } = await work(tx, row, { nombre: row.nombre, version: row.version + 1 })
        const next = { ...changes, version: row.version + 1, cambiadoEn }
        await updateRow(tx, Escenario, { where: { id }, changes: next }).catch(blameNombre)
        return { detalle }
      },
      answer: ({ tx }) => escenarios.find(tx, id),
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
}

interface Drawing<K extends ClaveActo> {
  nombre: string
  draw(
    tx: EntityManager,
    name: string,
  ): Promise<{ row: Pick<Escenario, 'jornada' | 'origen' | 'ediciones' | 'decisiones'>; detalle: Actos[K] }>
}

const MAX_ESCENARIOS = 50
const MAX_ANIOS = 12

const keyOf = ({ occurrence, milestone }: DecisionGuardada): string => factKey(occurrence, milestone)

async function find(tx: EntityManager, id: string): Promise<Escenario> {
  const row = await tx.findOneBy(Escenario, { id })
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

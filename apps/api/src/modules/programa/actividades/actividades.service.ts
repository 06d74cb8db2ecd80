import { IsNull, type EntityManager } from 'typeorm'
import {
  createDiasHabiles,
  diasInhabiles,
  factKey,
  findConflictos,
  localDay,
  longDate,
  MOMENTOS,
  programar,
  puede,
  tellConflicto,
  type ConflictoDicho,
  type DiaInhabil,
  type Milestone,
  type MotivoInhabil,
  type ProgramaPack,
  type Rol,
  type Trabajo,
} from '@conoceles/domain'
import type { PendienteDto } from '../../registro/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Quien } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { EntregableDetailDto, EntregableDto, TableroDto } from './actividades.dto.ts'
import { toDetail, toEntregables, toTablero, type Rango } from './board.ts'
import type { Board } from './cadena.ts'
import { porEmpezar } from './por-empezar.ts'
import { Cumplimiento } from './cumplimiento.entity.ts'
import { Evento } from './evento.entity.ts'
import { listPorConfirmar } from './por-confirmar.ts'
import { Programa } from './programa.entity.ts'
import { Resolucion } from './resolucion.entity.ts'

interface Services {
  procesos: ProcesosService
  /** Work on each entregable, which a higher module gives. */
  trabajos(tx: EntityManager, proceso: { id: string; zona: string }): Promise<ReadonlyMap<string, Trabajo>>
}

/** Duties to the INE, and their state. */
export class ActividadesService {
  private programa: ProgramaPack | null = null
  /** Rest days of the last range asked for: the rules of a programme do not change, and a range only with the months. */
  private inhabiles: (Rango & { dias: DiaInhabil[] }) | null = null

  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  async tablero(tx: EntityManager): Promise<TableroDto> {
    const { board } = await this.read(tx)
    return toTablero(board, (range) => this.inhabilesDe(range, board.programa))
  }

  /** Gives what reminders and calendars need: the programme as its pack brought it, every entregable, and where sources disagree. */
  async panorama(tx: EntityManager): Promise<{ programa: ProgramaPack; entregables: EntregableDto[]; conflictos: ConflictoDicho[] }> {
    const { board } = await this.read(tx)
    const conflictos = findConflictos(board.scheduled, board.programa).map((each) => tellConflicto(each, board.programa))
    return { programa: board.programa, entregables: toEntregables(board), conflictos }
  }

  /** The entregables as they would stand had these acuerdos other days. */
  async entregablesCon(tx: EntityManager, dias: ReadonlyMap<string, Pick<Evento, 'fecha' | 'ocurridoEn'>>): Promise<EntregableDto[]> {
    const { board } = await this.read(tx, (evento) => ({ ...evento, ...dias.get(evento.acuerdoId ?? '') }))
    return toEntregables(board)
  }

  async find(tx: EntityManager, clave: string): Promise<EntregableDetailDto> {
    const [detail] = await this.details(tx, [clave])
    if (!detail) throw new AppError('ruta.no_existe')
    return { ...detail, porConfirmar: await listPorConfirmar(tx, clave) }
  }

  /** Those of these claves that are owed, with one reading of the board for all. */
  async details(tx: EntityManager, claves: readonly string[]): Promise<EntregableDetailDto[]> {
    const { board, resoluciones } = await this.read(tx)
    return claves.flatMap((clave) => toDetail(clave, board, resoluciones) ?? [])
  }

  /** Why a local day is no working day; null when it is one. */
  async motivoInhabil(tx: EntityManager, dia: string): Promise<MotivoInhabil | null> {
    const { board } = await this.read(tx)
    return createDiasHabiles(board.programa.laborales).motivoInhabil(dia)
  }

  /**
   * Lists overdue duties and those that fall due in the next days, for the accounts that answer for them; an auditor sees the overdue ones.
   */
  async pendientes(tx: EntityManager, { rol }: Quien): Promise<PendienteDto[]> {
    const rules = puede(rol, 'actividades.administrar') ? [VENCIDOS, POR_VENCER] : DE_OTRA[rol]
    if (!rules) return []
    const { board } = await this.read(tx)
    const begun = rules[0] === VENCIDOS ? porEmpezar(board) : []
    const told = new Set(begun.map(({ entregable }) => entregable))
    const owed = { entregables: toEntregables(board), zona: board.zona, told }
    return [
      ...begun.map(({ pendiente }) => pendiente),
      ...rules.map((rule) => toPendiente(rule, owed)).filter(({ cuantas }) => cuantas > 0),
    ]
  }

  private inhabilesDe({ desde, hasta }: Rango, { laborales }: ProgramaPack): DiaInhabil[] {
    const known = this.inhabiles
    if (known?.desde === desde && known.hasta === hasta) return known.dias
    this.inhabiles = { desde, hasta, dias: diasInhabiles({ desde, hasta }, laborales) }
    return this.inhabiles.dias
  }

  /** The programme of work of the proceso, read once. */
  async leerPrograma(tx: EntityManager): Promise<ProgramaPack> {
    const { id: procesoId } = await this.services.procesos.proceso(tx)
    this.programa ??= (await tx.findOneByOrFail(Programa, { procesoId })).contenido
    return this.programa
  }

  private async read(tx: EntityManager, dated = (evento: Evento): Evento => evento): Promise<{ board: Board; resoluciones: Resolucion[] }> {
    const { id: procesoId, zona, catalogos } = await this.services.procesos.proceso(tx)
    const programa = await this.leerPrograma(tx)
    const known = await tx.find(Evento, { where: { procesoId, anuladoEn: IsNull() }, order: { fecha: 'ASC', id: 'ASC' } })
    const eventos = known.map(dated)
    const resoluciones = await tx.find(Resolucion, { where: { procesoId }, order: { resueltaEn: 'DESC' } })
    const done = await tx.findBy(Cumplimiento, { procesoId, anuladoEn: IsNull() })
    const cumplimientos = new Map(done.map((row) => [factKey(row.entregable, row.milestone), row]))
    const facts = new Map(
      done.filter(({ aplica }) => aplica).map((row) => [factKey(row.entregable, row.milestone), localDay(row.ocurridoEn, zona)]),
    )
    const newest = [...resoluciones]
      .reverse()
      .map(({ entregable, milestone, statement }) => ({ occurrence: entregable, milestone, statement }))
    const scheduled = programar({ ...programa, eventos, resoluciones: newest, facts })
    const trabajos = await this.services.trabajos(tx, { id: procesoId, zona })
    const { organos } = catalogos
    return { board: { programa, scheduled, eventos, cumplimientos, trabajos, zona, organos, ahora: this.deps.clock.now() }, resoluciones }
  }
}

const VENCIDOS = {
  clave: 'plazos_vencidos',
  estatus: 'vencida',
  uno: 'Atender un plazo vencido con el INE',
  varias: 'Atender {n} plazos vencidos con el INE',
}
const POR_VENCER = {
  clave: 'plazos_por_vencer',
  estatus: 'por_vencer',
  uno: 'Cumplir un plazo con el INE que vence pronto',
  varias: 'Cumplir {n} plazos con el INE que vencen pronto',
}
/** The same as seen by accounts that do not answer for it: how it stands, and which areas owe it. */
const VENCIDOS_DE_OTRA = {
  ...VENCIDOS,
  uno: 'Está vencido un plazo con el INE, a cargo de {areas}',
  varias: 'Están vencidos {n} plazos con el INE, a cargo de {areas}',
}
const POR_VENCER_DE_OTRA = {
  ...POR_VENCER,
  uno: 'Vence pronto un plazo con el INE, a cargo de {areas}',
  varias: 'Vencen pronto {n} plazos con el INE, a cargo de {areas}',
}
const DE_OTRA: Partial<Record<Rol, (typeof VENCIDOS)[]>> = {
  comision: [VENCIDOS_DE_OTRA, POR_VENCER_DE_OTRA],
  auditoria: [VENCIDOS_DE_OTRA],
}
/** More areas than these are counted: a line of the day holds no list. */
const AREAS_DICHAS = 2

interface Owed {
  entregables: readonly EntregableDto[]
  zona: string
  /** Claves of the entregables whose next step is told apart. */
  told: ReadonlySet<string>
}

function toPendiente({ clave, estatus, uno, varias }: typeof VENCIDOS, { entregables, zona, told }: Owed): PendienteDto {
  const own = entregables.flatMap((entregable) =>
    entregable.hitos
      .filter((hito) => hito.estatus === estatus && (estatus === 'vencida' || !told.has(entregable.clave)))
      .map((hito) => ({ entregable, ...hito })),
  )
  const [venceEn = null] = own.flatMap((hito) => hito.venceEn ?? []).sort()
  const [only] = own.length === 1 ? own : []
  const areas = areasText(own.flatMap(({ responsables }) => responsables.map((area) => area.nombre)))
  if (only) {
    const enlace = `/actividades/${only.entregable.clave.replace('/', '~')}#${only.milestone}`
    return {
      clave,
      texto: `${uno.replace('{areas}', areas)}: ${debidoText(only.entregable, { milestone: only.milestone, zona })}`,
      cuantas: 1,
      venceEn,
      enlace,
    }
  }
  return {
    clave,
    texto: varias.replace('{n}', String(own.length)).replace('{areas}', areas),
    cuantas: own.length,
    venceEn,
    enlace: '/actividades',
  }
}

/** "Remisión al INE de «Acuerdo …» (Aprobación del Pleno: 1 de abril de 2024)": what is owed is the moment, and the rest may be done. */
function debidoText({ nombre, hitos }: EntregableDto, { milestone, zona }: { milestone: Milestone; zona: string }): string {
  const pleno = hitos.find((hito) => hito.milestone === 'pleno')?.cumplimiento
  const aprobado = pleno?.aplica ? ` (${MOMENTOS.pleno}: ${longDate(localDay(pleno.ocurridoEn, zona))})` : ''
  return `${MOMENTOS[milestone]} de «${nombre}»${aprobado}`
}

/** "Secretaría Ejecutiva y Unidad de Transparencia", or "4 áreas". */
function areasText(nombres: readonly string[]): string {
  const areas = [...new Set(nombres)]
  if (areas.length === 0) return 'un área por confirmar'
  return areas.length > AREAS_DICHAS ? `${areas.length} áreas` : areas.join(' y ')
}

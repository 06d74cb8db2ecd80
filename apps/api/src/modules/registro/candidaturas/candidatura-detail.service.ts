import type { EntityManager } from 'typeorm'
import { ACTOS_CAMBIO, edadEn, puede, razonesContraCambiar } from '@conoceles/domain'
import type { Proceso, ProcesosService } from '../../proceso/index.ts'
import type { Quien } from '../../../shared/act.ts'
import { toDate, toIso } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { advertirTras } from '../cambios/advertencias.ts'
import { toState } from '../cambios/plan.ts'
import { readLugares } from '../cambios/cambios.queries.ts'
import type { AccionDto, CandidaturaDetailDto, EntregaCuentaDto, HechoDto, PersonaDto, SalidaDto } from './candidatura-detail.dto.ts'
import {
  findCandidatura,
  findPlanilla,
  findSalida,
  listHistorial,
  type CandidaturaDetailRow,
  type HistorialRow,
} from './candidatura-detail.queries.ts'
import { toCandidaturaDto, type Secciones } from './candidaturas.service.ts'
import type { AdvertenciaDto } from './referencias.dto.ts'

/** Answers about captura that a higher module gives; handed over in app.ts. */
export interface AccionesCaptura {
  countSecciones(tx: EntityManager): Promise<Secciones>
  acciones(tx: EntityManager, quien: Quien, candidaturaId: string): Promise<AccionDto[]>
}

/** One candidatura with all its facts, for the console; row-level security decides whether it exists for the reader. */
export class CandidaturaDetailService {
  constructor(
    private readonly deps: Deps,
    private readonly services: { procesos: ProcesosService; captura: AccionesCaptura },
  ) {}

  async read(tx: EntityManager, quien: Quien, id: string): Promise<CandidaturaDetailDto> {
    const row = await findCandidatura(tx, id)
    if (!row) throw new AppError('ruta.no_existe')
    const { procesos, captura } = this.services
    const proceso = await procesos.proceso(tx)
    const grupo = proceso.catalogos.grupos.find(({ clave }) => clave === row.accionAfirmativa)
    const planilla = await findPlanilla(tx, id)
    const at = { zona: proceso.zona, secciones: await captura.countSecciones(tx), ahora: this.deps.clock.now() }
    return {
      ...toCandidaturaDto(row, at),
      personaId: row.personaId,
      persona: this.toPersona(row, quien),
      accionAfirmativa: grupo ? { clave: grupo.clave, nombre: grupo.nombre } : null,
      eleccionConsecutiva: row.eleccionConsecutiva,
      formula: planilla.filter(({ enFormula, estatus }) => enFormula && estatus === 'aprobada'),
      planilla,
      advertencias: await this.advertir(tx, quien, { proceso, row }),
      entrega: toEntrega(row),
      salida: await this.salida(tx, proceso, id),
      terminadaEn: toIso(row.terminadaEn),
      terminadaFolio: row.terminadaFolio,
      publicada: row.publicada,
      publicaDesde: row.publicaDesde,
      historial: toHistorial(row, await listHistorial(tx, id, toDate(this.deps.clock.now())), proceso),
      acciones: [...(await captura.acciones(tx, quien, id)), ...(await this.acciones(tx, quien, id))],
    }
  }

  private toPersona(row: CandidaturaDetailRow, { rol }: Quien): PersonaDto {
    const { personaNombre: nombre, primerApellido, segundoApellido, apodo, sexo, fechaNacimiento, edadDeclarada } = row
    const edad = fechaNacimiento === null ? edadDeclarada : edadEn(fechaNacimiento, this.deps.clock.today())
    const seen = puede(rol, 'candidaturas.cambiar') ? fechaNacimiento : null
    return { nombre, primerApellido, segundoApellido, apodo, sexo, edad, fechaNacimiento: seen }
  }

  /** A party sees its own rows only: of a list that others fill too it would be told things that are not so. */
  private async advertir(
    tx: EntityManager,
    { rol }: Quien,
    { proceso, row }: { proceso: Proceso; row: CandidaturaDetailRow },
  ): Promise<AdvertenciaDto[]> {
    if (!puede(rol, 'advertencias.ver') || row.estatus !== 'aprobada') return []
    const { postulacionId, numero } = row
    const tell = await advertirTras(tx, proceso, { quita: [], pone: [], postulaciones: [postulacionId] })
    return tell({ postulacionId, numero })
  }

  private async salida(tx: EntityManager, { catalogos }: Proceso, id: string): Promise<SalidaDto | null> {
    const row = await findSalida(tx, id)
    return row && { ...row, causa: catalogos.causas.find(({ clave }) => clave === row.causa) ?? null }
  }

  /** Whether the acts of a change are open, by their own rules; the fields of each come with the act. */
  private async acciones(tx: EntityManager, { rol }: Quien, id: string): Promise<AccionDto[]> {
    if (!puede(rol, 'candidaturas.cambiar')) return []
    const row = (await readLugares(tx, [id])).find((each) => each.id === id)
    if (!row) return []
    const state = toState(row, this.deps.clock.today().toString())
    return ACTOS_CAMBIO.map((acto) => {
      const razones = razonesContraCambiar(acto, state, { efectosDesde: null, causa: null })
      return { acto, permitido: razones.length === 0, razones }
    })
  }
}

function toEntrega({ entregadaEn, recibe, folioEntrega }: CandidaturaDetailRow): EntregaCuentaDto | null {
  if (entregadaEn === null || recibe === null || folioEntrega === null) return null
  return { entregadaEn: toIso(entregadaEn), recibe, folio: folioEntrega }
}

/** Oldest first: its own dates, observaciones and changes. */
function toHistorial(row: CandidaturaDetailRow, others: HistorialRow[], { catalogos }: Proceso): HechoDto[] {
  const own: [string, Date | null, string | null][] = [
    ['capturada', row.capturadaEn, null],
    ['validada', row.validadaEn, 'validacion'],
    ['verificada', row.verificadaEn, 'verificacion'],
  ]
  const texts = new Map([
    ...catalogos.causas.map(({ clave, nombre }) => [clave, nombre] as const),
    ...catalogos.supuestos.map(({ clave, texto }) => [clave, texto] as const),
  ])
  const facts = [
    ...own.flatMap(([acto, cuando, rol]) => (cuando ? [{ acto, cuando, rol, clave: null, texto: null }] : [])),
    ...others,
  ].sort((a, b) => a.cuando.getTime() - b.cuando.getTime())
  return facts.map(({ acto, cuando, rol, clave, texto }) => ({
    acto,
    cuando: toIso(cuando),
    rol,
    detalle: [clave === null ? null : (texts.get(clave) ?? clave), texto].filter((each) => each !== null).join('. ') || null,
  }))
}

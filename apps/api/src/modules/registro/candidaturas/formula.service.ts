import type { EntityManager } from 'typeorm'
import { CALIDADES, puede } from '@conoceles/domain'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Quien } from '../../../shared/act.ts'
import { toIso } from '../../../shared/clock.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { FormulaDto, HechoFormulaDto } from './formula.dto.ts'
import { listHechos, listMiembros, type HechoRow, type MiembroRow } from './formula.queries.ts'
import type { MiembroRefDto } from './referencias.dto.ts'

/** The timeline of a fórmula: its registered members, and every change since. Replayed, it ends at its present holders. */
export class FormulaService {
  constructor(private readonly procesos: ProcesosService) {}

  async read(tx: EntityManager, { rol }: Quien, id: string): Promise<FormulaDto> {
    const miembros = await listMiembros(tx, id)
    const [first] = miembros
    if (!first) throw new AppError('ruta.no_existe')
    const { causas } = (await this.procesos.proceso(tx)).catalogos
    const causaOf = (wanted: string | null) => causas.find(({ clave }) => clave === wanted) ?? null
    const byId = new Map(miembros.map((each) => [each.id, each]))
    const cambios = await listHechos(tx, { id, interno: puede(rol, 'acuerdos.ver') })
    const entered = new Set(cambios.map(({ entraId }) => entraId))
    const registros = miembros.filter((each) => !entered.has(each.id)).map(toRegistro)
    const hechos = [...registros, ...cambios.flatMap((row) => toHecho(row, byId).map((hecho) => ({ ...hecho, causa: causaOf(row.causa) })))]
    return { titulo: first.titulo, lugares: lugares(miembros), hechos: hechos.sort(byDay) }
  }
}

/** A fórmula without suplentes has one place. */
function lugares(miembros: MiembroRow[]): FormulaDto['lugares'] {
  const conSuplente = miembros.some((each) => each.conSuplente || each.calidad === 'suplente')
  return CALIDADES.filter((calidad) => conSuplente || calidad === 'propietaria').map((calidad) => {
    const holder = miembros.find((each) => each.calidad === calidad && each.estatus === 'aprobada')
    return { calidad, ocupante: holder ? toRef(holder) : null }
  })
}

const NOTHING = { causa: null, sale: null, diferencias: [], motivo: null, documento: null, folio: null, rol: null, registradoEn: null }

/** Entry of a member who was there from the first acuerdo on. */
function toRegistro(miembro: MiembroRow): HechoFormulaDto {
  const { calidad, acuerdo } = miembro
  const ref = toRef(miembro)
  return { ...NOTHING, tipo: 'registro', efectosDesde: acuerdo.fecha, calidad, candidatura: ref, acuerdo, entra: ref }
}

function toHecho(row: HechoRow, byId: Map<string, MiembroRow>): HechoFormulaDto[] {
  const { candidaturaId, entraId, saleId, registradoEn, ...rest } = row
  const miembro = byId.get(candidaturaId)
  if (!miembro) return []
  const find = (id: string | null) => (id === null ? undefined : byId.get(id))
  const own = toRef(miembro)
  const ends = row.tipo === 'sustitucion' || row.tipo === 'cancelacion'
  const comesBack = row.tipo === 'restitucion'
  const sale = ends ? own : refOrNull(find(saleId))
  const entra = comesBack ? own : refOrNull(find(entraId))
  return [{ ...rest, causa: null, registradoEn: toIso(registradoEn), calidad: miembro.calidad, candidatura: own, sale, entra }]
}

/** On one day, registrations come before changes. */
function byDay(a: HechoFormulaDto, b: HechoFormulaDto): number {
  return a.efectosDesde.localeCompare(b.efectosDesde) || (a.registradoEn ?? '').localeCompare(b.registradoEn ?? '')
}

function toRef({ id, nombre, alAlcance }: MiembroRow): MiembroRefDto {
  return { id, nombre, alAlcance }
}

function refOrNull(miembro: MiembroRow | undefined): MiembroRefDto | null {
  return miembro ? toRef(miembro) : null
}

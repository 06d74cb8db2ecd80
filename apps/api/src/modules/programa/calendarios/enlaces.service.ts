import { randomBytes, randomUUID } from 'node:crypto'
import { IsNull, type EntityManager } from 'typeorm'
import { cleanLine } from '@conoceles/domain'
import type { ActividadesService } from '../actividades/index.ts'
import type { Acts, Objeto } from '../../bitacora/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import { toDate, toIso } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { alcancesDe, areasDe } from './alcances.ts'
import { CalendarioEnlace, type Alcance } from './calendario-enlace.entity.ts'
import type { AlcanceDto, CalendarioCreadoDto, CalendarioEnlaceDto, CreateCalendarioDto, ListCalendariosDto } from './calendarios.dto.ts'

interface Parts {
  acts: Acts
  actividades: ActividadesService
}

const MAX_ENLACES = 20
const SECRET_BYTES = 32

/** Links by which a telephone reads the calendar of a role. Only their hash is kept, out of the reach of parties and staff. */
export class CalendarioEnlacesService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  async list(quien: Quien): Promise<ListCalendariosDto> {
    const { cuentaId } = quien
    const rows = await this.transaction((tx) =>
      tx.find(CalendarioEnlace, { where: { cuentaId, revocadoEn: IsNull() }, order: { creadoEn: 'DESC' } }),
    )
    return { elementos: rows.map(toEnlaceDto), alcances: await this.alcances(quien) }
  }

  /** The secret is said once, here. */
  async create(quien: Quien, { nombre, alcance }: CreateCalendarioDto): Promise<CalendarioCreadoDto> {
    const name = cleanLine(nombre)
    if (name === '') throw new AppError('entrada.invalida', { errors: [{ field: 'nombre', reasons: ['Es demasiado corto.'] }] })
    if (!(await this.alcances(quien)).some(({ clave }) => clave === alcance)) throw new AppError('calendario.alcance_no_permitido')
    const secreto = randomBytes(SECRET_BYTES).toString('base64url')
    const enlace = { ...this.newEnlace(quien, alcance), nombre: name, sha256: sha256(secreto) }
    await this.transaction(async (tx) => {
      await this.insert(tx, enlace)
      await this.parts.acts.record(tx, quien, { acto: 'calendario.creado', objeto: objetoDe(enlace.id), detalle: { alcance } })
    })
    return { calendario: toEnlaceDto(enlace), direccion: `${this.deps.config.origenConsola}/api/v1/calendarios/${secreto}.ics` }
  }

  /** The address answers nothing from now on. Revoking again is no fault. */
  async revocar(quien: Quien, id: string): Promise<void> {
    await this.transaction(async (tx) => {
      const enlace = await tx.findOne(CalendarioEnlace, { where: { id, cuentaId: quien.cuentaId }, lock: { mode: 'pessimistic_write' } })
      if (!enlace) throw new AppError('ruta.no_existe')
      if (enlace.revocadoEn !== null) return
      await tx.update(CalendarioEnlace, { id }, { revocadoEn: toDate(this.deps.clock.system()) })
      await this.parts.acts.record(tx, quien, { acto: 'calendario.revocado', objeto: objetoDe(id), detalle: {} })
    })
  }

  /** An account that was deactivated leaves no calendar behind, not even when it comes back. */
  async revokeAll(tx: EntityManager, cuentaId: string): Promise<void> {
    await tx.update(CalendarioEnlace, { cuentaId, revocadoEn: IsNull() }, { revocadoEn: toDate(this.deps.clock.system()) })
  }

  private async alcances(quien: Quien): Promise<AlcanceDto[]> {
    return act(this.deps.databases, quien, async (tx) => {
      const { programa, entregables } = await this.parts.actividades.panorama(tx)
      const dated = entregables.flatMap(({ hitos }) => hitos.filter(({ vence, estatus }) => vence !== null && estatus !== 'no_aplica'))
      return alcancesDe(quien.rol).flatMap((clave): AlcanceDto[] => {
        const own = areasDe({ rol: quien.rol, alcance: clave }, programa.areas)
        const claves = own.map((area) => area.clave)
        const plazos = dated.filter(
          ({ responsables }) => clave === 'todo' || responsables.some((area) => claves.includes(area.clave)),
        ).length
        return own.length === 0 ? [] : [{ clave, areas: own.map(({ nombre }) => nombre), plazos }]
      })
    })
  }

  private newEnlace({ cuentaId, rol }: Quien, alcance: Alcance): Omit<CalendarioEnlace, 'nombre' | 'sha256'> {
    return { id: randomUUID(), cuentaId, rol, alcance, creadoEn: toDate(this.deps.clock.system()), revocadoEn: null }
  }

  private async insert(tx: EntityManager, enlace: CalendarioEnlace): Promise<void> {
    const { cuentaId } = enlace
    if ((await tx.countBy(CalendarioEnlace, { cuentaId, revocadoEn: IsNull() })) >= MAX_ENLACES) throw new AppError('calendario.limite')
    const { raw } = await tx.createQueryBuilder().insert().into(CalendarioEnlace).values(enlace).orIgnore().returning('id').execute()
    if ((raw as unknown[]).length === 0) throw new AppError('calendario.nombre_repetido')
  }

  private transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.deps.databases.acceso.transaction(work)
  }
}

function objetoDe(id: string): Objeto {
  return { tipo: 'calendario', id }
}

function toEnlaceDto({ id, nombre, alcance, creadoEn }: CalendarioEnlace): CalendarioEnlaceDto {
  return { id, nombre, alcance, creadoEn: toIso(creadoEn) }
}

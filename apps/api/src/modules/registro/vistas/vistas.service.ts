import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { cleanLine } from '@conoceles/domain'
import type { Quien } from '../../../shared/act.ts'
import { toDate, toIso, type Clock } from '../../../shared/clock.ts'
import { toDto } from '../../../shared/http/contract.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { FROM_TEXT } from '../../../shared/validacion/fields.ts'
import { ListCandidaturasQueryDto } from '../candidaturas/candidaturas.dto.ts'
import { Vista } from './vista.entity.ts'
import type { CreateVistaDto, VistaDto } from './vistas.dto.ts'

const MAX_VISTAS = 50

/** Filters of the directory that an account keeps under a name; row-level security shows each account its own. */
export class VistasService {
  constructor(private readonly clock: Clock) {}

  async list(tx: EntityManager, quien: Quien): Promise<VistaDto[]> {
    const vistas = await tx.find(Vista, { where: { cuentaId: quien.cuentaId }, order: { nombre: 'ASC' } })
    return vistas.map(toVistaDto)
  }

  async create(tx: EntityManager, quien: Quien, { nombre, consulta }: CreateVistaDto): Promise<VistaDto> {
    const vista = {
      id: randomUUID(),
      cuentaId: quien.cuentaId,
      nombre: cleanLine(nombre),
      consulta: await toConsulta(consulta),
      creadaEn: toDate(this.clock.now()),
    }
    if (vista.nombre === '') throw new AppError('entrada.invalida', { errors: [{ field: 'nombre', reasons: ['Es demasiado corto.'] }] })
    const own = { cuentaId: quien.cuentaId }
    if ((await tx.countBy(Vista, own)) >= MAX_VISTAS) throw new AppError('vista.limite')
    const { raw } = await tx.createQueryBuilder().insert().into(Vista).values(vista).orIgnore().returning('id').execute()
    if ((raw as unknown[]).length === 0) throw new AppError('vista.nombre_repetido')
    return toVistaDto(vista)
  }

  async remove(tx: EntityManager, quien: Quien, id: string): Promise<void> {
    const { affected } = await tx.delete(Vista, { id, cuentaId: quien.cuentaId })
    if (!affected) throw new AppError('ruta.no_existe')
  }
}

/** Keeps only filters that the directory understands, and never one of its pages. */
async function toConsulta(consulta: string): Promise<string> {
  const asked = Object.fromEntries(
    [...new URLSearchParams(consulta)].filter(([name, value]) => value !== '' && name !== 'despues' && name !== 'limite'),
  )
  try {
    await toDto(ListCandidaturasQueryDto, asked, FROM_TEXT)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const reasons = (error.extras.errors ?? []).flatMap(({ field, reasons: why }) => why.map((reason) => `${field}: ${reason}`))
    throw new AppError('entrada.invalida', { errors: [{ field: 'consulta', reasons }] })
  }
  return new URLSearchParams(asked).toString()
}

function toVistaDto({ id, nombre, consulta, creadaEn }: Vista): VistaDto {
  return { id, nombre, consulta, creadaEn: toIso(creadaEn) }
}

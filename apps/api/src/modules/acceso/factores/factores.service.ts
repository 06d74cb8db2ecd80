import type { EntityManager } from 'typeorm'
import type { Quien } from '../../../shared/act.ts'
import { toIso } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { Alta, AltasService, OpcionesAlta } from '../cuentas/altas.service.ts'
import { Cuenta } from '../cuentas/cuenta.entity.ts'
import { Factor } from './factor.entity.ts'
import type { FactorDto, ListFactoresDto } from './factores.dto.ts'
import type { HechosFactor } from './hechos-factor.ts'
import type { Prueba, PruebasService } from './pruebas.service.ts'
import { requiresFactor } from '../regla.ts'

interface Parts {
  altas: AltasService
  hechos: HechosFactor
  pruebas: PruebasService
}

/** A person manages her own factors. */
export class FactoresService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  list(quien: Quien): Promise<ListFactoresDto> {
    return this.transaction(async (tx) => ({
      elementos: (await listOf(tx, quien.cuentaId)).map(toDto),
      codigosRestantes: await this.parts.altas.countCodigos(tx, quien.cuentaId),
      requiereFactor: await requiresFactor(tx, quien.rol),
    }))
  }

  begin(quien: Quien): Promise<OpcionesAlta> {
    return this.transaction(async (tx) => this.parts.altas.begin(tx, await this.lock(tx, quien)))
  }

  /** Gives recovery codes with the first factor only. */
  async add(quien: Quien, alta: Alta): Promise<string[]> {
    const { altas, hechos } = this.parts
    const { cuenta, codigos } = await this.transaction(async (tx) => {
      const owner = await this.lock(tx, quien)
      const factor = await altas.complete(tx, owner, alta)
      if (!factor) throw new AppError('acceso.factor_invalido')
      await hechos.record(tx, 'factor.registrado', { cuenta: owner, factorId: factor.id, requestId: quien.requestId })
      const left = await altas.countCodigos(tx, owner.id)
      return { cuenta: owner, codigos: left > 0 ? [] : await altas.renewCodigos(tx, owner.id) }
    })
    hechos.tell(cuenta, 'factor.registrado')
    return codigos
  }

  async rename(quien: Quien, id: string, nombre: string): Promise<void> {
    await this.transaction(async (tx) => {
      const cuenta = await this.lock(tx, quien)
      await tx.update(Factor, (await findOwn(tx, cuenta, id)).id, { nombre: nombre.normalize('NFC').trim() })
      await this.parts.hechos.record(tx, 'factor.renombrado', { cuenta, factorId: id, requestId: quien.requestId })
    })
  }

  /** Only with the proof of another factor, or with a recovery code; never the last one of a role that needs one. */
  async remove({ quien, familiaId, prueba }: { quien: Quien; familiaId: string; prueba: Prueba }, id: string): Promise<void> {
    const { altas, hechos, pruebas } = this.parts
    await this.transaction(async (tx) => this.assertRemovable(tx, await this.lock(tx, quien), id))
    const owner = await pruebas.withProof({ quien, familiaId, prueba }, async (tx, { cuenta, proven }) => {
      if (proven.factorId === id) throw new AppError('acceso.factor_mismo')
      await this.assertRemovable(tx, cuenta, id)
      await tx.delete(Factor, id)
      if (!(await tx.existsBy(Factor, { cuentaId: cuenta.id }))) await altas.removeAll(tx, cuenta.id)
      await hechos.record(tx, 'factor.retirado', { cuenta, factorId: id, requestId: quien.requestId })
      return cuenta
    })
    hechos.tell(owner, 'factor.retirado')
  }

  /** The codes before are void. */
  async renewCodigos(quien: Quien): Promise<string[]> {
    const { altas, hechos } = this.parts
    const { cuenta, codigos } = await this.transaction(async (tx) => {
      const owner = await this.lock(tx, quien)
      if (!(await tx.existsBy(Factor, { cuentaId: owner.id }))) throw new AppError('acceso.factor_ninguno')
      await hechos.record(tx, 'factor.codigos_renovados', { cuenta: owner, factorId: null, requestId: quien.requestId })
      return { cuenta: owner, codigos: await altas.renewCodigos(tx, owner.id) }
    })
    hechos.tell(cuenta, 'factor.codigos_renovados')
    return codigos
  }

  private async assertRemovable(tx: EntityManager, cuenta: Cuenta, id: string): Promise<void> {
    await findOwn(tx, cuenta, id)
    const last = (await tx.countBy(Factor, { cuentaId: cuenta.id })) === 1
    if (last && (await requiresFactor(tx, cuenta.rol))) throw new AppError('acceso.factor_ultimo')
  }

  /** Two acts at once on the factors of one account wait for each other. */
  private lock(tx: EntityManager, { cuentaId }: Quien): Promise<Cuenta> {
    return tx.findOneOrFail(Cuenta, { where: { id: cuentaId }, lock: { mode: 'pessimistic_write' } })
  }

  private transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.deps.databases.acceso.transaction(work)
  }
}

function listOf(tx: EntityManager, cuentaId: string): Promise<Factor[]> {
  return tx.find(Factor, { where: { cuentaId }, order: { creadoEn: 'ASC', id: 'ASC' } })
}

async function findOwn(tx: EntityManager, cuenta: Cuenta, id: string): Promise<Factor> {
  const found = await tx.findOneBy(Factor, { id, cuentaId: cuenta.id })
  if (!found) throw new AppError('ruta.no_existe')
  return found
}

function toDto({ id, tipo, nombre, creadoEn, ultimoUsoEn }: Factor): FactorDto {
  return { id, tipo, nombre, creadoEn: toIso(creadoEn), ultimoUsoEn: toIso(ultimoUsoEn) }
}

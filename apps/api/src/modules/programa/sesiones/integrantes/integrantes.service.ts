import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import {
  cleanLine,
  ENCARGOS,
  enFuncionesEl,
  razonesContraEncargo,
  razonesContraTerminar,
  type Encargo,
  type EnFunciones,
  type ClaveActo,
} from '@conoceles/domain'
import type { Acts, Acuse, HechoConAcuse } from '../../../bitacora/index.ts'
import { Documento } from '../../../registro/index.ts'
import type { PlantillasService, Proceso, ProcesosService } from '../../../proceso/index.ts'
import type { Quien } from '../../../../shared/act.ts'
import type { Deps } from '../../../../shared/deps.ts'
import { AppError, invalid } from '../../../../shared/http/errors.ts'
import type { AccesoModule } from '../../../acceso/index.ts'
import { readRows } from '../../../../database/rows.ts'
import { SECRETARIA } from './cargos.ts'
import { Integrante } from './integrante.entity.ts'
import type {
  ActoIntegranteDto,
  CreateIntegranteDto,
  CuentaIntegranteDto,
  IntegranteDto,
  ListIntegrantesDto,
  ListOrganosDto,
  TerminarIntegranteDto,
} from './integrantes.dto.ts'
import { organoDe, organosDe, toOrganoDto } from './organos.ts'

interface Services {
  acts: Acts
  procesos: ProcesosService
  plantillas: PlantillasService
  cuentas: Pick<AccesoModule, 'buscar'>
}

const LAST_SEEN = `select max(s.fecha)::text as dia from captura.celebracion c join captura.sesion s on s.id = c.sesion_id
  where c.asistencia @> jsonb_build_array(jsonb_build_object('integranteId', $1::text))`

/** Holders of the charges of each organ, with their days. */
export class IntegrantesService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  async organos(tx: EntityManager): Promise<ListOrganosDto> {
    const { procesos, plantillas } = this.services
    const { textos } = await plantillas.leer(tx, 'orden_del_dia')
    const agenda = Object.entries(textos).map(([clave, texto]) => ({ clave, texto }))
    return { elementos: organosDe(await procesos.confirmado(tx)).map(toOrganoDto), agenda }
  }

  async list(
    tx: EntityManager,
    { organo, dia = this.deps.clock.today().toString() }: { organo: string; dia?: string },
  ): Promise<ListIntegrantesDto> {
    await this.assertOrgano(tx, organo)
    const rows = await this.read(tx, organo)
    const acting = new Map(enFuncionesEl(rows, dia).map(({ id, ejerce }) => [id, ejerce]))
    return { dia, elementos: rows.map((row) => toDto(row, rows, acting.get(row.id) ?? null)) }
  }

  /** Members who act in an organ on a day. */
  async enFunciones(tx: EntityManager, organo: string, dia: string): Promise<EnFunciones<Integrante>[]> {
    return enFuncionesEl(await this.read(tx, organo), dia)
  }

  /** Holder of the Secretaría Ejecutiva on a day, in any organ that sits; null: nobody is on record. */
  async secretaria(tx: EntityManager, proceso: Proceso, dia: string): Promise<EnFunciones<Integrante> | null> {
    for (const { clave } of organosDe(proceso)) {
      const found = (await this.enFunciones(tx, clave, dia)).find(({ ejerce }) => ejerce !== null && SECRETARIA.includes(ejerce))
      if (found) return found
    }
    return null
  }

  /** Nobody enters or leaves an organ while one of its sesiones is being recorded. */
  async lock(tx: EntityManager, organo: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`integrantes|${organo}`])
  }

  registrar(quien: Quien, body: CreateIntegranteDto, clave: string | null): Promise<ActoIntegranteDto> {
    const { organo } = body
    const row = { ...toIntegrante(body), registradoPor: quien.cuentaId }
    return this.services.acts.perform(quien, {
      ...this.about(row.id),
      acto: 'integrante.registrado',
      envio: { clave, contenido: body },
      lock: async (tx) => {
        await this.assertOrgano(tx, organo)
        await this.lock(tx, organo)
        return { organo, procesoId: (await this.services.procesos.proceso(tx)).id }
      },
      change: async ({ tx, state: { procesoId }, ahora, folio }) => {
        await assertDocumento(tx, body.documentoId)
        const whole: Integrante = { ...row, procesoId, registradoEn: ahora }
        assert(razonesContraEncargo(await this.read(tx, organo), whole))
        await tx.insert(Integrante, whole)
        return { recibido: { id: row.id, ...body }, detalle: { organo, folio } }
      },
    })
  }

  /** The charge ends on a day; it stays on record, with the reason of its end. */
  terminar(quien: Quien, id: string, { body, clave }: { body: TerminarIntegranteDto; clave: string | null }): Promise<ActoIntegranteDto> {
    return this.services.acts.perform(quien, {
      ...this.about(id),
      acto: 'integrante.terminado',
      envio: { clave, contenido: { id, ...body } },
      lock: (tx) => this.lockIntegrante(tx, id),
      change: async ({ tx, state: row, folio }) => {
        await assertDocumento(tx, body.documentoId)
        const [seen] = await readRows<{ dia: string | null }>(tx, LAST_SEEN, [id])
        assert(razonesContraTerminar({ ...row, asistioEl: seen?.dia ?? null }, body.hasta))
        const changes = { hasta: body.hasta, termino: cleanLine(body.termino), terminoDocumentoId: body.documentoId ?? null }
        await tx.update(Integrante, { id }, changes)
        return { recibido: { id, ...body }, detalle: { organo: row.organo, folio } }
      },
    })
  }

  /** The account with which she reads its sesiones. It gives her nothing that her role does not. */
  vincular(quien: Quien, id: string, { body, clave }: { body: CuentaIntegranteDto; clave: string | null }): Promise<ActoIntegranteDto> {
    const { correo } = body
    return this.services.acts.perform(quien, {
      ...this.about(id),
      acto: 'integrante.vinculado',
      envio: { clave, contenido: { id, ...body } },
      lock: (tx) => this.lockIntegrante(tx, id),
      change: async ({ tx, state: { organo }, folio }) => {
        const cuentaId = correo === null ? null : await this.cuentaDe(correo)
        await tx.update(Integrante, { id }, { cuentaId })
        return { recibido: { id, ...body }, detalle: { organo, folio } }
      },
    })
  }

  private async cuentaDe(correo: string): Promise<string> {
    const cuenta = await this.services.cuentas.buscar(correo)
    if (cuenta && (cuenta.rol === 'comision' || cuenta.rol === 'secretaria')) return cuenta.id
    throw invalid('correo', 'No hay una cuenta de la Comisión ni de la Secretaría con ese correo.')
  }

  private about(id: string) {
    return {
      objeto: { tipo: 'integrante', id },
      answer: async ({
        tx,
        hecho,
        acuse,
      }: {
        tx: EntityManager
        hecho: HechoConAcuse<Extract<ClaveActo, `integrante.${string}`>>
        acuse: Acuse
      }) => {
        const integrante = (await this.list(tx, hecho.detalle)).elementos.find((each) => each.id === id)
        if (!integrante) throw new AppError('ruta.no_existe')
        return { integrante, acuse }
      },
    }
  }

  private async lockIntegrante(tx: EntityManager, id: string): Promise<Integrante> {
    await this.lock(tx, (await findIntegrante(tx, id)).organo)
    return findIntegrante(tx, id)
  }

  /** Members who may observe a document: those who act on a day in the organ that approves it first. Null: no organ does. */
  async quienesObservan(tx: EntityManager, dia: string): Promise<{ organo: string; nombres: string[] } | null> {
    const organo = organosDe(await this.services.procesos.proceso(tx)).find(({ aprueba }) => aprueba === 'comision')
    if (!organo) return null
    const acting = await this.enFunciones(tx, organo.clave, dia)
    return { organo: organo.nombre, nombres: acting.map(({ nombre }) => nombre) }
  }

  /** The presiding member first, then by charge and by time. */
  private async read(tx: EntityManager, organo: string): Promise<Integrante[]> {
    const rows = await tx.find(Integrante, { where: { organo }, order: { desde: 'ASC', nombre: 'ASC', id: 'ASC' } })
    return rows.sort((one, other) => ENCARGOS.indexOf(one.encargo) - ENCARGOS.indexOf(other.encargo))
  }

  private async assertOrgano(tx: EntityManager, clave: string): Promise<void> {
    if (organoDe(await this.services.procesos.proceso(tx), clave)) return
    throw new AppError('entrada.invalida', { errors: [{ field: 'organo', reasons: ['No está entre los órganos que sesionan.'] }] })
  }
}

async function findIntegrante(tx: EntityManager, id: string): Promise<Integrante> {
  const row = await tx.findOneBy(Integrante, { id })
  if (!row) throw new AppError('ruta.no_existe')
  return row
}

async function assertDocumento(tx: EntityManager, id: string | undefined): Promise<void> {
  if (id === undefined || (await tx.existsBy(Documento, { id }))) return
  throw new AppError('entrada.invalida', { errors: [{ field: 'documentoId', reasons: ['No existe ese documento.'] }] })
}

/** An entry that a person registers with its document needs no further confirmation. */
function toIntegrante(body: CreateIntegranteDto): Omit<Integrante, 'procesoId' | 'registradoEn' | 'registradoPor'> {
  const documento = cleanLine(body.documento)
  return {
    id: randomUUID(),
    organo: body.organo,
    nombre: cleanLine(body.nombre),
    puesto: body.puesto ? cleanLine(body.puesto) : null,
    encargo: body.encargo,
    voto: body.voto,
    desde: body.desde,
    hasta: body.hasta ?? null,
    suple: body.suple ?? null,
    documento,
    documentoId: body.documentoId ?? null,
    fuente: documento,
    confianza: 'alta',
    ...{ nota: null, termino: null, terminoDocumentoId: null, cuentaId: null },
  }
}

export function toDto(row: Integrante, rows: readonly Integrante[], ejerce: Encargo | null): IntegranteDto {
  const { procesoId: _, organo: __, registradoEn: ___, registradoPor: ____, ...rest } = row
  const titular = rows.find(({ id }) => id === row.suple)
  return { ...rest, ejerce, suple: titular ? { id: titular.id, nombre: titular.nombre } : null }
}

function assert(reasons: string[]): void {
  if (reasons.length > 0) throw new AppError('integrante.no_permitido', { detail: reasons.join(' ') })
}

import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { compararPartes, type Cambio } from '@conoceles/paquetes'
import type { Acts } from '../../bitacora/index.ts'
import { lockRow, type Quien } from '../../../shared/act.ts'
import { canonical, sha256 } from '../../../shared/criptografia/canonical.ts'
import { AppError, blameRepeatedKey } from '../../../shared/http/errors.ts'
import { insertRow } from '../../../database/rows.ts'
import { Proceso, type Catalogos } from '../proceso.entity.ts'
import type { ConfirmacionesService } from '../confirmaciones/confirmaciones.service.ts'
import type { ProcesosService } from '../procesos.service.ts'
import type { PaqueteDto, PaquetePropuestoDto } from './paquete.dto.ts'
import { PaquetePropuesto } from './paquete-propuesto.entity.ts'

interface ArchivoSubido {
  nombre: string
  contenido: Buffer
}

/** A pack that was read whole, as its proceso would keep it. */
export interface PaqueteLegible {
  clave: string
  version: string
  fuentes: string[]
  catalogos: Catalogos
  /** Files of the ZIP that were not read. */
  ignorados: string[]
  /** Files with changes that a loaded proceso no longer takes from a pack. */
  fijos(tx: EntityManager): Promise<string[]>
}

interface Parts {
  acts: Acts
  procesos: ProcesosService
  confirmaciones: Pick<ConfirmacionesService, 'historia'>
  cuentas: {
    service: { findOwn(quien: Quien): Promise<{ nombre: string }> }
    nombrar(ids: readonly string[]): Promise<{ id: string; nombre: string }[]>
  }
  /** Throws AppError with the faults. */
  leer(archivo: ArchivoSubido): Promise<PaqueteLegible>
}

/** The pack in force and its corrections: one person proposes each, another one loads it. */
export class PaqueteService {
  constructor(private readonly parts: Parts) {}

  async describe(tx: EntityManager, quien: Quien): Promise<PaqueteDto> {
    const { clave, nombre, entidadNombre, jornada, packVersion } = await this.parts.procesos.actual(tx)
    const propuestas = await tx.find(PaquetePropuesto, { order: { propuestoEn: 'DESC' }, take: SHOWN })
    return {
      vigente: { clave, nombre, entidad: entidadNombre, jornada, version: packVersion },
      propuestas: propuestas.map((row) => toPropuestoDto(row, quien)),
      confirmados: await this.confirmados(tx),
    }
  }

  private async confirmados(tx: EntityManager): Promise<PaqueteDto['confirmados']> {
    const rows = await this.parts.confirmaciones.historia(tx)
    const ids = new Set(rows.flatMap(({ personas }) => personas))
    const nombres = new Map((await this.parts.cuentas.nombrar([...ids])).map(({ id, nombre }) => [id, nombre]))
    return rows.map(({ personas, en, deshechaEn, ...row }) => ({
      ...row,
      ...{ en: en.toISOString(), deshechaEn: deshechaEn?.toISOString() ?? null },
      personas: personas.flatMap((id) => nombres.get(id) ?? []),
    }))
  }

  async proponer(quien: Quien, archivo: ArchivoSubido): Promise<PaquetePropuestoDto> {
    const paquete = await this.parts.leer(archivo)
    const { nombre: propuso } = await this.parts.cuentas.service.findOwn(quien)
    const id = randomUUID()
    return this.parts.acts.save(quien, {
      acto: 'paquete.propuesto',
      objeto: ({ id: procesoId }: Proceso) => ({ tipo: 'proceso', id: procesoId }),
      lock: (tx) => this.parts.procesos.actual(tx),
      change: async ({ tx, state: proceso, ahora }) => {
        const cambios = await cambiosDe(tx, proceso, paquete)
        const { version, fuentes, catalogos, ignorados } = paquete
        const said = { version, anterior: proceso.packVersion, sha256: sha256(archivo.contenido) }
        const row: PaquetePropuesto = {
          ...{
            id,
            procesoId: proceso.id,
            archivo: archivo.nombre,
            ...said,
            sobre: huellaDe(proceso),
            fuentes,
            catalogos,
            cambios,
            ignorados,
          },
          ...{ estatus: 'propuesto', propuestoPor: quien.cuentaId, propuso, propuestoEn: ahora },
          ...{ decididoPor: null, decidio: null, decididoEn: null },
        }
        await insertRow(tx, PaquetePropuesto, row).catch(blameRepeatedKey('paquete_propuesto_abierto_ux', 'paquete.abierto'))
        return { detalle: said, row }
      },
      answer: ({ hecho }) => toPropuestoDto(hecho.row, quien),
    })
  }

  /** Either person withdraws it; only another than its author loads it. */
  async decidir(quien: Quien, id: string, decision: 'aprobar' | 'rechazar'): Promise<PaquetePropuestoDto> {
    const { nombre: decidio } = await this.parts.cuentas.service.findOwn(quien)
    const estatus = decision === 'aprobar' ? 'aprobado' : 'rechazado'
    const done = await this.parts.acts.save(quien, {
      acto: `paquete.${estatus}`,
      objeto: ({ procesoId }: PaquetePropuesto) => ({ tipo: 'proceso', id: procesoId }),
      lock: async (tx) => {
        const row = await lockRow(tx, PaquetePropuesto, { id })
        if (row.estatus !== 'propuesto') throw new AppError('paquete.decidido')
        return row
      },
      change: async ({ tx, state, ahora }) => {
        if (decision === 'aprobar') await this.assertAprobable(tx, quien, state)
        const decided = { estatus, decididoPor: quien.cuentaId, decidio, decididoEn: ahora } as const
        await tx.update(PaquetePropuesto, { id }, decided)
        const { version, anterior, sha256: huella } = state
        return { detalle: { version, anterior, sha256: huella }, row: { ...state, ...decided } }
      },
      answer: ({ hecho }) => toPropuestoDto(hecho.row, quien),
    })
    this.parts.procesos.forget()
    return done
  }

  private async assertAprobable(tx: EntityManager, quien: Quien, { propuestoPor, anterior, sobre }: PaquetePropuesto): Promise<void> {
    if (propuestoPor === quien.cuentaId) throw new AppError('paquete.misma_persona')
    const proceso = await lockRow(tx, Proceso, {})
    if (proceso.packVersion !== anterior || huellaDe(proceso) !== sobre) throw new AppError('paquete.rebasado')
  }
}

const SHOWN = 50

function huellaDe({ catalogos }: Pick<Proceso, 'catalogos'>): string {
  return sha256(canonical(catalogos))
}

async function cambiosDe(tx: EntityManager, proceso: Proceso, paquete: PaqueteLegible): Promise<Cambio[]> {
  if (paquete.clave !== proceso.clave) throw new AppError('paquete.otro_proceso')
  const fijos = await paquete.fijos(tx)
  if (fijos.length > 0) {
    throw new AppError('paquete.fijo', {
      detail: `Cambia ${fijos.join(', ')}: una vez cargado el proceso eso no se corrige con un paquete. No se guardó nada.`,
    })
  }
  const cambios = compararPartes({ ...proceso.catalogos }, { ...paquete.catalogos })
  if (cambios.length === 0) throw new AppError('paquete.sin_cambios')
  if (paquete.version === proceso.packVersion) throw new AppError('paquete.misma_version')
  return cambios
}

function toPropuestoDto(row: PaquetePropuesto, quien: Quien): PaquetePropuestoDto {
  const { id, archivo, sha256: huella, version, anterior, fuentes, cambios, ignorados, estatus, propuso, decidio } = row
  return {
    ...{ id, archivo, sha256: huella, version, anterior, fuentes, cambios, ignorados, estatus, propuso, decidio },
    ...{ propuestoEn: row.propuestoEn.toISOString(), decididoEn: row.decididoEn?.toISOString() ?? null },
    puedeAprobar: estatus === 'propuesto' && row.propuestoPor !== quien.cuentaId && quien.rol === 'administracion',
  }
}

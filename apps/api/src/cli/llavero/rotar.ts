import type { DataSource, EntityManager } from 'typeorm'
import { resealFactores } from '../../modules/acceso/index.ts'
import { forgetEnvios, type BitacoraService } from '../../modules/bitacora/index.ts'
import { resealTextos } from '../../modules/informes/codificaciones/index.ts'
import { countCerradas, rewrapLlaves } from '../../modules/captura/index.ts'
import { rewrapPruebas } from '../../modules/derechos/solicitudes/index.ts'
import { rewrapArchivos } from '../../modules/intercambio/importaciones/index.ts'
import { toDate, type Clock } from '../../shared/clock.ts'
import type { Llavero } from '../../shared/criptografia/llavero.ts'
import { readRows } from '../../database/rows.ts'

export interface Rotacion {
  llavero: Llavero
  bitacora: BitacoraService
  clock: Clock
  /** Rows of one transaction. */
  lote?: number
  /** Told inside the transaction of each batch. */
  onLote?: (tx: EntityManager, hechas: number) => Promise<void>
}

export interface Rotadas {
  llaves: number
  archivos: number
  /** Pseudonymous texts that are being coded. */
  textos: number
  cuentas: number
}

/** Counts of the rows that a key not in force still opens. */
export interface PorRotar {
  llaves: number
  archivos: number
  textos: number
  /** Answers of submissions that somebody may still repeat. */
  envios: number
}

const LOTE = 500

/**
 * Puts everything under the key in force, batch by batch while the system serves. A reader in between opens each row with the key that it
 * names. Killed anywhere, it goes on where it stood.
 */
export async function rotar(owner: DataSource, rotacion: Rotacion): Promise<Rotadas> {
  const { llavero, bitacora, lote = LOTE, onLote } = rotacion
  const every = async (rewrap: (tx: EntityManager) => Promise<number>): Promise<number> => {
    let total = 0
    for (let done = -1; done !== 0;) {
      done = await rotating(owner, async (tx) => {
        const rows = await rewrap(tx)
        await onLote?.(tx, total + rows)
        return rows
      })
      total += done
    }
    return total
  }
  const rotadas = {
    llaves: await every((tx) => rewrapLlaves(tx, llavero, lote)),
    archivos: (await every((tx) => rewrapArchivos(tx, llavero, lote))) + (await every((tx) => rewrapPruebas(tx, llavero, lote))),
    textos: await every((tx) => resealTextos(tx, llavero, lote)),
    cuentas: await rotating(owner, (tx) => resealFactores(tx, llavero)),
  }
  await rotating(owner, (tx) =>
    bitacora.registrar(tx, { ...SYSTEM, acto: 'llavero.rotado', detalle: { vigente: llavero.kid, ...rotadas } }),
  )
  return rotadas
}

/** Counts the rows that each key not in force still opens, after forgetting those that are too old to matter. */
export async function porRotar(owner: DataSource, { llavero, clock }: Pick<Rotacion, 'llavero' | 'clock'>): Promise<PorRotar> {
  return rotating(owner, async (tx) => {
    const count = async (table: string) =>
      (await readRows<{ n: number }>(tx, `select count(*)::int as n from ${table} where kid <> $1`, [llavero.kid]))[0]?.n ?? 0
    return {
      llaves: await count('identidad.llave'),
      archivos: (await count('identidad.archivo')) + (await count('identidad.prueba_derecho')),
      textos: await count('identidad.codificacion_texto'),
      envios: await forgetEnvios(tx, { vigente: llavero.kid, ahora: toDate(clock.now()) }),
    }
  })
}

/** Personas whose answers no key of this ring opens. */
export function cerradas(owner: DataSource, llavero: Llavero): Promise<number> {
  return rotating(owner, (tx) => countCerradas(tx, llavero))
}

export async function recordRetirada(
  owner: DataSource,
  bitacora: BitacoraService,
  retirada: { kid: string; vigente: string },
): Promise<void> {
  await rotating(owner, (tx) => bitacora.registrar(tx, { ...SYSTEM, acto: 'llavero.llave_destruida', detalle: retirada }))
}

const SYSTEM = { cuentaId: null, rol: null, objeto: null }

/** One transaction as the owner of the tables: row-level security lets it at the wrapped keys for this and nothing else. */
function rotating<T>(owner: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  return owner.transaction(async (tx) => {
    await tx.query('set local role conoceles_dueno')
    await tx.query(`select set_config('app.lectura', 'rotacion', true)`)
    return work(tx)
  })
}

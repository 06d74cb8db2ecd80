import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Decrypter } from 'age-encryption'
import type { DataSource } from 'typeorm'
import { ownerSource } from '../../database/owner.ts'
import { readRows } from '../../database/rows.ts'
import { BitacoraService } from '../../modules/bitacora/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { listar, type Manifiesto, type Respaldo } from './carpeta.ts'
import { descifradorDe, descifrar, huellaDe } from './cifrado.ts'
import { readMarcas, readServidor, type Marcas } from './marcas.ts'
import { SISTEMA, type Trabajo } from './hacer.ts'
import { assertHerramienta, iniciar } from './herramientas.ts'
import { RespaldoError } from './respaldo-error.ts'

export interface Ensayado extends Marcas {
  nombre: string
  segundos: number
}

/**
 * Restores a backup into a database of its own, compares it with its manifest, and drops it.
 * @param pedido name of the backup; null: the newest whole one.
 */
export async function ensayar({ owner, url, clock, ajustes }: Trabajo, pedido: string | null = null): Promise<Ensayado> {
  const { identidad, carpeta } = ajustes
  if (identidad === null) throw new RespaldoError('Falta la llave que abre los respaldos: dé su archivo en --identidad.')
  const started = clock.system()
  const { nombre, folder, manifiesto } = await elegir(carpeta, pedido)
  const servidor = await readServidor(owner.manager)
  await assertHerramienta('pg_restore', ajustes, Math.max(servidor, parseInt(manifiesto.versiones.pgDump)))
  const decrypter = await descifradorDe(identidad)
  await assertEnteros(folder, manifiesto, decrypter)
  const restored = await enBaseAparte(owner, url, async (address) => {
    await restaurar(join(folder, BASE), decrypter, { herramientas: ajustes.herramientas, url: address })
    return comparar(address, manifiesto, clock)
  })
  const segundos = Math.ceil(clock.system().since(started).total('seconds'))
  const { tablas, renglones } = restored
  await owner.transaction((tx) =>
    new BitacoraService(clock).registrar(tx, {
      ...SISTEMA,
      acto: 'respaldo.ensayado',
      detalle: { respaldo: nombre, tablas, renglones, segundos },
    }),
  )
  return { ...restored, nombre, segundos }
}

const BASE = 'base.dump.age'

async function elegir(carpeta: string, pedido: string | null): Promise<Respaldo & { manifiesto: Manifiesto }> {
  const all = await listar(carpeta)
  const found = all.find(({ nombre, manifiesto }) => (pedido === null ? manifiesto !== null : nombre === pedido))
  if (!found)
    throw new RespaldoError(`En ${carpeta} no hay ${pedido ? `un respaldo «${pedido}»` : 'respaldos enteros'}: haga uno con «hacer».`)
  const { manifiesto } = found
  if (manifiesto === null)
    throw new RespaldoError(`Al respaldo ${found.nombre} le falta un archivo o su manifiesto: ensaye otro, y haga uno nuevo.`)
  return { ...found, manifiesto }
}

/** Each file is the one that the manifest names, and opens to its end. The dump is opened when it is restored. */
async function assertEnteros(folder: string, { archivos }: Manifiesto, decrypter: Decrypter): Promise<void> {
  for (const { nombre, sha256 } of archivos) {
    const file = join(folder, nombre)
    if ((await huellaDe(file)) !== sha256)
      throw new RespaldoError(
        `${file} no es el archivo que se guardó: traiga la copia de otro lugar, o ensaye otro respaldo, y haga uno nuevo.`,
      )
    if (nombre !== BASE) for await (const chunk of await descifrar(file, decrypter)) void chunk
  }
}

/** Works on an empty database beside that of the address, and drops it; also those that a killed rehearsal left. */
async function enBaseAparte<T>(owner: DataSource, url: string, work: (address: string) => Promise<T>): Promise<T> {
  const address = new URL(url)
  const prefix = `${decodeURIComponent(address.pathname.slice(1)).slice(0, 40)}_ensayo_`
  const left = await readRows<{ name: string }>(
    owner,
    `select datname as name from pg_database where datname ~ ('^' || $1 || '[0-9a-f]{8}$')`,
    [prefix],
  )
  // Without force: one in which somebody works stays.
  for (const { name } of left) await owner.query(`drop database "${name}"`).catch(() => undefined)
  const name = prefix + randomBytes(4).toString('hex')
  await owner.query(`create database "${name}" template template0`)
  address.pathname = `/${encodeURIComponent(name)}`
  try {
    return await work(address.href)
  } finally {
    await owner.query(`drop database if exists "${name}" with (force)`)
  }
}

async function restaurar(file: string, decrypter: Decrypter, cliente: Parameters<typeof iniciar>[1]): Promise<void> {
  const plain = await descifrar(file, decrypter)
  const { child, fin } = iniciar('pg_restore', cliente, [
    '--exit-on-error',
    `--dbname=${decodeURIComponent(new URL(cliente.url).pathname.slice(1))}`,
  ])
  const [ended, fed] = await Promise.allSettled([fin, pipeline(plain, child.stdin)])
  // A program that ends early breaks the pipe: its own words come first.
  for (const each of [ended, fed]) if (each.status === 'rejected') throw each.reason
}

async function comparar(url: string, { bitacora, corte, tablas, renglones }: Manifiesto, clock: Clock): Promise<Marcas> {
  const restored = await ownerSource(url, []).initialize()
  try {
    const marcas = await readMarcas(restored.manager)
    if (!isDeepStrictEqual(marcas, { bitacora, corte, tablas, renglones }))
      throw new RespaldoError(
        `Lo restaurado no es lo que dice el manifiesto: tiene ${marcas.renglones} renglones en ${marcas.tablas} tablas, y debía tener ${renglones} en ${tablas}, con otra bitácora u otro corte. Haga uno nuevo y ensáyelo.`,
      )
    // Heads are compared without their signatures: no key is needed here.
    const { integra, primerFallo } = await new BitacoraService(clock).verificar(restored.manager, { vivas: () => [] })
    if (!integra)
      throw new RespaldoError(
        `La cadena de la bitácora restaurada se rompe en el acto ${primerFallo}: compare la base con el extracto (npm run verificar).`,
      )
    return marcas
  } finally {
    await restored.destroy()
  }
}

import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { DataSource, EntityManager } from 'typeorm'
import type { Encrypter } from 'age-encryption'
import type { AjustesRespaldo } from '../../config.ts'
import { readRow } from '../../database/rows.ts'
import { BitacoraService } from '../../modules/bitacora/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { listarSuprimidas } from '../llavero/suprimidas.ts'
import { empezar, limpiar, nombreDe, terminar, toRespaldoError } from './carpeta.ts'
import { cifradorPara, cifrarEn, type Archivo } from './cifrado.ts'
import { readMarcas, readMigracion, readServidor, type Marcas } from './marcas.ts'
import { assertHerramienta, iniciar, type Cliente } from './herramientas.ts'

/** A database and its backups. */
export interface Trabajo {
  owner: DataSource
  url: string
  clock: Clock
  ajustes: AjustesRespaldo & { carpeta: string }
}

export interface Hecho extends Marcas {
  nombre: string
  bytes: number
  /** Older backups that went. */
  borrados: number
}

export const SISTEMA = { cuentaId: null, rol: null, objeto: null }

/** Makes one backup, whole or not at all, and removes those past their days. */
export async function hacer({ owner, url, clock, ajustes }: Trabajo): Promise<Hecho> {
  const { carpeta } = ajustes
  const servidor = await readServidor(owner.manager)
  const pgDump = await assertHerramienta('pg_dump', ajustes, servidor)
  await assertHerramienta('pg_dumpall', ajustes, servidor)
  const encrypter = cifradorPara(ajustes.destinatarios)
  const bitacora = new BitacoraService(clock)
  const ahora = clock.system()
  const nombre = nombreDe(ahora)
  const parcial = await empezar(carpeta, nombre)
  try {
    const hasta = await owner.transaction((tx) => bitacora.cerrarExtracto(tx, SISTEMA))
    const { archivos, migracion, ...marcas } = await guardar(owner, {
      parcial,
      encrypter,
      cliente: { herramientas: ajustes.herramientas, url },
      extracto: (tx) => bitacora.extracto(tx, hasta),
    })
    const versiones = { servidor, pgDump, migracion }
    const text = await terminar(carpeta, nombre, { hechoEn: ahora.toString(), versiones, ...marcas, archivos })
    const bytes = archivos.reduce((total, archivo) => total + archivo.bytes, 0)
    const huella = createHash('sha256').update(text).digest('hex')
    await owner.transaction((tx) =>
      bitacora.registrar(tx, { ...SISTEMA, acto: 'respaldo.hecho', detalle: { respaldo: nombre, bytes, huella } }),
    )
    return { ...marcas, nombre, bytes, borrados: await limpiar(carpeta, ajustes, ahora) }
  } catch (error) {
    await rm(parcial, { recursive: true, force: true })
    throw toRespaldoError(error, carpeta)
  }
}

interface Guardada {
  parcial: string
  encrypter: Encrypter
  cliente: Cliente
  extracto: (tx: EntityManager) => Promise<Buffer>
}

/** Every file and the marks of the manifest show the database at one instant: pg_dump reads the snapshot of this transaction. */
function guardar(
  owner: DataSource,
  { parcial, encrypter, cliente, extracto }: Guardada,
): Promise<Marcas & { archivos: Archivo[]; migracion: string }> {
  const write = (name: string, source: Readable) => cifrarEn(join(parcial, `${name}.age`), source, encrypter)
  const dump = async (name: string, { child, fin }: ReturnType<typeof iniciar>) => {
    const [archivo] = await Promise.all([write(name, child.stdout), fin])
    return archivo
  }
  return owner.transaction('REPEATABLE READ', async (tx) => {
    // It waits for pg_dump for as long as that takes.
    await tx.query('set local idle_in_transaction_session_timeout = 0')
    const { id } = await readRow<{ id: string }>(tx, 'select pg_export_snapshot() as id')
    const marcas = { ...(await readMarcas(tx)), migracion: await readMigracion(tx) }
    const suprimidas = JSON.stringify(await listarSuprimidas(tx), null, 2)
    const archivos = [
      await write('suprimidas.json', Readable.from([Buffer.from(suprimidas)])),
      await write('bitacora.jsonl', Readable.from([await extracto(tx)])),
      await dump('roles.sql', iniciar('pg_dumpall', cliente, ['--roles-only', '--no-role-passwords'])),
      await dump('base.dump', iniciar('pg_dump', cliente, ['--format=custom', `--snapshot=${id}`])),
    ]
    return { ...marcas, archivos }
  })
}

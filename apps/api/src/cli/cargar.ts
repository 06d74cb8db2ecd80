import 'reflect-metadata'
import type { DataSource } from 'typeorm'
import { buildApp } from '../app.ts'
import { agregarCatalogos, type Agregado } from '../carga/agregar-catalogos.ts'
import { loadAvisoDocumentos } from '../carga/load-avisos.ts'
import { loadPack } from '../carga/load-pack.ts'
import { loadSimulacroOnce } from '../carga/load-simulacro.ts'
import { contraProceso, readPaquete, type PaqueteLeido } from '../carga/paquete.ts'
import { namesAccount, PAQUETE_DEL_SIMULACRO, readConfig } from '../config.ts'
import { closeDatabases } from '../database/databases.ts'
import { prepareDatabase } from '../database/prepare.ts'
import { ENTITIES } from '../modules.ts'
import { BitacoraService } from '../modules/bitacora/index.ts'
import { Proceso } from '../modules/proceso/index.ts'
import { createClock } from '../shared/clock.ts'
import { openSecretos } from '../shared/criptografia/secretos.ts'
import { startupSentence } from '../startup-sentence.ts'
import { invitacionSentence, invitadaSentence, OTRA } from './invitacion-sentence.ts'

/**
 * Loads a process pack into the database of DATABASE_URL, when asked: `npm run cargar -- <folder, ZIP or clave>`, or that of PAQUETE; as a real
 * proceso, or as a simulacro with MODO=simulacro. A pack with a fault is refused whole. With --catalogos it adds to a loaded proceso the
 * catalogues that its pack lacked then, and changes no other. With --administracion=correo, once for each, it also invites the first
 * accounts: every other one takes two people.
 */
const ADMINISTRACION = '--administracion='
const SIN_INVITAR = ' No se invitó a nadie: las invitaciones salen cuando ya hay un proceso; repita la orden con el paquete y los correos.'
const [dado] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const config = orEnd(() => readConfig())
if (!config.databaseUrl || !namesAccount(config.databaseUrl)) {
  end('Falta DATABASE_URL con la cuenta dueña: con la base de datos incluida, npm start carga el simulacro.')
}
const correos = process.argv
  .filter((argument) => argument.startsWith(ADMINISTRACION))
  .map((argument) => argument.slice(ADMINISTRACION.length))
const nombre = dado ?? config.paquete ?? (config.modo === 'simulacro' ? PAQUETE_DEL_SIMULACRO : null)
const leido =
  nombre === null ? null : await readPaquete({ ...config, paquete: nombre }).catch((error: unknown) => end(startupSentence(error)))
const secretos = openSecretos(config.secretos)
const connection = { url: config.databaseUrl, password: secretos.password, entities: ENTITIES }
const { owner, databases } = await prepareDatabase(connection).catch((error: unknown) => end(startupSentence(error)))
const proceso = await owner.manager.findOne(Proceso, { where: {} })
const deps = { config, databases, clock: createClock(proceso?.zona ?? leido?.pack.zona), secretos }

if (proceso === null || process.argv.includes('--catalogos')) {
  if (leido === null)
    end(
      `Falta decir qué paquete se carga: npm run cargar -- carpeta-del-paquete. Compruébelo antes con npm run paquete -- validar carpeta.${correos.length > 0 ? SIN_INVITAR : ''}`,
    )
  await load(owner, leido)
} else {
  const otro = leido && contraProceso(leido.pack, proceso)
  if (otro) end(otro)
  process.stdout.write('La base de datos ya tiene un proceso: no se cargó otro.\n')
}

if (correos.length > 0) {
  const { server, services } = await buildApp(deps)
  for (const correo of correos) {
    const sentence = await services.acceso.invitarAdministracion(correo).then(
      ({ codigo }) => invitadaSentence(correo, codigo),
      (error: unknown) => {
        process.exitCode = 1
        return invitacionSentence(error)
      },
    )
    process.stdout.write(`${sentence}\n`)
  }
  await server.close()
  if (correos.length === 1) process.stdout.write(`${OTRA}\n`)
}
await closeDatabases(databases)
await owner.destroy()

async function load(into: DataSource, paquete: PaqueteLeido): Promise<void> {
  const { pack } = paquete
  if (process.argv.includes('--catalogos')) {
    const added = await into.transaction((tx) => agregarCatalogos(tx, pack, new BitacoraService(deps.clock)))
    process.stdout.write(`${sentenceOf(added)}\n`)
  } else if (config.modo === 'simulacro') {
    await loadSimulacroOnce(into, deps, { paquete, begin: () => console.log('Creando personas ficticias…') })
  } else {
    await into.transaction(async (tx) => {
      const { procesoId } = await loadPack(tx, pack, { simulacro: false, desfaseReloj: 0 })
      await loadAvisoDocumentos(tx, deps, { pack, procesoId, simulacro: false })
    })
    process.stdout.write(`Se cargó «${pack.nombre}».\n`)
  }
}

function end(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

function orEnd<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    return end(startupSentence(error))
  }
}

function sentenceOf(added: Agregado): string {
  if ('otro' in added) return 'La base de datos no tiene el proceso de este paquete: no se agregó nada.'
  if (added.claves.length === 0) return 'El proceso ya tiene todos los catálogos de su paquete: no se agregó nada.'
  return `Se agregaron los catálogos ${added.claves.join(', ')}; quedó en la bitácora.`
}

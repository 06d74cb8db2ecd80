import { PaqueteError } from '@conoceles/paquetes'
import { readConfig } from '../config.ts'
import { startupSentence } from '../startup-sentence.ts'
import { ACCIONES, USO } from './paquete/acciones.ts'

/** Works on process packs without a database: `npm run paquete -- validar <folder, ZIP or clave>`. */
const [nombre = '', ...argumentos] = process.argv.slice(2)
const accion = Object.hasOwn(ACCIONES, nombre) ? ACCIONES[nombre] : undefined

if (accion === undefined || argumentos.length < accion.minimo) {
  console.error(USO)
  process.exit(2)
}
try {
  const { dice, bien } = await accion.hacer(argumentos, { incluidos: readConfig().paquetes })
  console.log(dice)
  process.exitCode = bien ? 0 : 1
} catch (error) {
  console.error(error instanceof PaqueteError ? error.message : startupSentence(error))
  process.exitCode = 1
}

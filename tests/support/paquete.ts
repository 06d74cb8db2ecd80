import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProcesoPack } from '@conoceles/domain'
import { abrirCarpeta, decirFalta, leerPaqueteEn } from '@conoceles/paquetes'
import { mensajesEnEspanol } from './mensajes.ts'

/** Packs that the program brings. */
export const PAQUETES = join(__dirname, '../../packages/paquetes')

/** A pack that the program brings, as it is loaded. */
export function paquete(clave: string): ProcesoPack {
  const lectura = leerPaqueteEn(abrirCarpeta(join(PAQUETES, clave)), { incluidos: PAQUETES, mensajes: mensajesEnEspanol() })
  if ('faltas' in lectura) throw new Error(lectura.faltas.map(decirFalta).join('\n'))
  return lectura.pack
}

/** The pack of the tests that need a whole process. */
export const pack = paquete('morelos-2024')

/** When the clock of its simulacro starts: "2024-04-20 10:00" local. */
export const INICIO = readInicio()

function readInicio(): string {
  const cabeza = JSON.parse(readFileSync(join(PAQUETES, 'morelos-2024/paquete.json'), 'utf8')) as { simulacro: { inicio: string } }
  return cabeza.simulacro.inicio
}

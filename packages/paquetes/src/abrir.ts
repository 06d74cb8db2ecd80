import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { abrirCarpeta, lugarDe, recorrerCarpeta } from './carpeta.ts'
import type { Modelos } from './crear.ts'
import { conBase, objetoDe } from './efectivo.ts'
import type { Mensajes } from './faltas/index.ts'
import { leerPaquete, type Lectura } from './leer.ts'
import { PaqueteError, type Archivos, type Textos } from './textos.ts'
import { abrirZip } from './zip.ts'

export interface DondeHayPaquetes {
  /** Folder of the packs that the program brings: bases and examples. */
  incluidos: string
  mensajes?: Mensajes
}

/** Opens the folder or ZIP of a pack, or one that the program brings by its clave. */
export async function abrirPaquete(paquete: string, { incluidos }: DondeHayPaquetes): Promise<Archivos> {
  const lugar = lugarDe(paquete, incluidos)
  if (!existsSync(lugar)) throw new PaqueteError(`No existe «${paquete}». Dé la carpeta o el ZIP de un paquete.`)
  return statSync(lugar).isDirectory() ? recorrerCarpeta(lugar) : abrirZip(lugar)
}

/** Reads an opened pack; its base is one of those that the program brings. */
export function leerPaqueteEn(textos: Textos, { incluidos, mensajes }: DondeHayPaquetes): Lectura {
  return leerPaquete(textos, { baseDe: (clave) => baseEn(incluidos, clave), mensajes })
}

/** Files of a pack with those that it takes of its base. */
export function conSuBase(textos: Textos, { incluidos }: DondeHayPaquetes): Textos {
  return conBase(textos, (clave) => baseEn(incluidos, clave))
}

/** Pack that a new one is made from. */
export const EJEMPLO = 'morelos-2024'

/** The example, and of the packs that the program brings the one of the nearest election day: its national parties still have their register. */
export function modelosPara(jornada: string, donde: DondeHayPaquetes): Modelos {
  const carpetas = readdirSync(donde.incluidos).filter((clave) => existsSync(join(donde.incluidos, clave, 'paquete.json')))
  const lejos = (textos: Textos) => Math.abs(Date.parse(jornada) - Date.parse(String(objetoDe(textos, 'paquete.json').jornada)))
  const [partidos] = carpetas
    .map((clave) => abrirCarpeta(join(donde.incluidos, clave)))
    .filter((textos) => 'jornada' in objetoDe(textos, 'paquete.json'))
    .sort((one, other) => lejos(one) - lejos(other))
  const ejemplo = conSuBase(abrirCarpeta(join(donde.incluidos, EJEMPLO)), donde)
  return { ejemplo, partidos: partidos ?? ejemplo }
}

/** A base may extend another; one that comes back to itself is none. */
function baseEn(incluidos: string, clave: string, desde: readonly string[] = []): Textos | null {
  const carpeta = join(incluidos, clave)
  const hay = /^[a-z0-9-]+$/.test(clave) && !desde.includes(clave) && existsSync(join(carpeta, 'paquete.json'))
  return hay ? conBase(abrirCarpeta(carpeta), (otra) => baseEn(incluidos, otra, [...desde, clave])) : null
}

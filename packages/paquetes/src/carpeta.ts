import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { esAjeno, MAX_ARCHIVO, PaqueteError, type Archivos, type Textos } from './textos.ts'

/** The JSON files of a folder. */
export function abrirCarpeta(carpeta: string): Textos {
  return recorrerCarpeta(carpeta).textos
}

/** Reads the files of a folder. Links are refused: they could bring any file of this machine into the pack. */
export function recorrerCarpeta(carpeta: string): Archivos {
  if (!existsSync(join(carpeta, 'paquete.json')))
    throw new PaqueteError(`No hay un paquete en «${carpeta}»: falta paquete.json. Dé la carpeta que lo tiene.`)
  const textos = new Map<string, string>()
  const ignorados: string[] = []
  for (const nombre of readdirSync(carpeta, { recursive: true, encoding: 'utf8' })) {
    const ruta = nombre.replaceAll('\\', '/')
    const stat = lstatSync(join(carpeta, nombre))
    if (isSymbolicLink(stat.mode)) throw new PaqueteError(`${ruta}: es un enlace. Ponga en su lugar el archivo mismo.`)
    if (stat.isDirectory() || esAjeno(ruta)) continue
    if (!ruta.endsWith('.json')) {
      ignorados.push(ruta)
      continue
    }
    if (stat.size > MAX_ARCHIVO) throw new PaqueteError(`${ruta}: pasa de ${MAX_ARCHIVO / 1e6} MB. Quite lo que no es del paquete.`)
    textos.set(ruta, readFileSync(join(carpeta, nombre), 'utf8'))
  }
  return { textos, ignorados }
}

const TYPE_BITS = 0o170000
const LINK_BITS = 0o120000

/** By the mode, which a ZIP keeps too. */
export function isSymbolicLink(mode: number): boolean {
  return (mode & TYPE_BITS) === LINK_BITS
}

/** Folder of a pack that the program brings, or the path that somebody gave. */
export function lugarDe(paquete: string, incluidos: string): string {
  const incluido = join(incluidos, paquete)
  return /^[a-z0-9-]+$/.test(paquete) && existsSync(join(incluido, 'paquete.json')) ? incluido : resolve(paquete)
}

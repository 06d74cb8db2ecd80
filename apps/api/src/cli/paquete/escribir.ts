import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PaqueteError, type Textos } from '@conoceles/paquetes'

/** Writes a pack into a folder that is new or empty: nobody's work is written over. */
export function escribirCarpeta(carpeta: string, textos: Textos): void {
  if (existsSync(carpeta) && readdirSync(carpeta).length > 0)
    throw new PaqueteError(`«${carpeta}» ya tiene archivos. Dé una carpeta nueva: no se escribe sobre otro trabajo.`)
  for (const [archivo, texto] of textos) {
    const ruta = join(carpeta, archivo)
    mkdirSync(dirname(ruta), { recursive: true })
    writeFileSync(ruta, texto)
  }
}

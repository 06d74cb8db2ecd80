import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PaqueteError, type Textos } from '@conoceles/paquetes'

/** Refuses a folder that has files: nobody's work is written over. */
export function assertVacia(carpeta: string): void {
  if (existsSync(carpeta) && readdirSync(carpeta).length > 0)
    throw new PaqueteError(`«${carpeta}» ya tiene archivos. Dé una carpeta nueva: no se escribe sobre otro trabajo.`)
}

/** Loading passes over names that open with a dot. */
const ESQUEMA = '.esquema'

/**
 * Writes a pack into a new folder, with its schemas: each file names its own, by which an editor completes it wherever the folder goes.
 * `incluidos` has the schemas.
 */
export function escribirCarpeta(carpeta: string, textos: Textos, incluidos: string): void {
  assertVacia(carpeta)
  cpSync(join(incluidos, 'esquema'), join(carpeta, ESQUEMA), { recursive: true })
  for (const [archivo, texto] of textos) {
    const ruta = join(carpeta, archivo)
    const { $schema: _anterior, ...valor } = JSON.parse(texto) as Record<string, unknown>
    mkdirSync(dirname(ruta), { recursive: true })
    const arriba = archivo.includes('/') ? '../' : ''
    const $schema = `${arriba}${ESQUEMA}/${archivo.replace(/\.json$/, '.schema.json')}`
    writeFileSync(ruta, `${JSON.stringify({ $schema, ...valor }, null, 2)}\n`)
  }
}

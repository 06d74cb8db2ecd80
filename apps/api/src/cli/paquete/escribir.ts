import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { PaqueteError, type Textos } from '@conoceles/paquetes'

/** Refuses a folder that has files: nobody's work is written over. */
export function assertVacia(carpeta: string): void {
  if (existsSync(carpeta) && readdirSync(carpeta).length > 0)
    throw new PaqueteError(`«${carpeta}» ya tiene archivos. Dé una carpeta nueva: no se escribe sobre otro trabajo.`)
}

/** Writes a pack into a new folder. Each file names its schema, by which an editor completes it; `incluidos` has the schemas. */
export function escribirCarpeta(carpeta: string, textos: Textos, incluidos: string): void {
  assertVacia(carpeta)
  for (const [archivo, texto] of textos) {
    const ruta = join(carpeta, archivo)
    const esquema = join(incluidos, 'esquema', archivo.replace(/\.json$/, '.schema.json'))
    const { $schema: _anterior, ...valor } = JSON.parse(texto) as Record<string, unknown>
    mkdirSync(dirname(ruta), { recursive: true })
    const donde = relative(resolve(dirname(ruta)), resolve(esquema)).replaceAll('\\', '/')
    writeFileSync(ruta, `${JSON.stringify({ $schema: donde, ...valor }, null, 2)}\n`)
  }
}
